package co.litper.cerebro.server.face.approvals;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.frame.Frame;
import co.litper.cerebro.server.face.frame.Place;
import co.litper.cerebro.server.face.frame.Press;
import co.litper.cerebro.server.http.api.Proposals;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Call;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.server.receipt.DecisionLabel;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The page of approvals, and what its buttons do. */
public final class ApprovalPages {
    /** Cards on the page: what one person answers before looking up. */
    private static final int SHOWN = 25;

    private static final int FORM_BYTES = 256;

    private final FaceDesk desk;

    public ApprovalPages(FaceDesk desk) {
        this.desk = desk;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Press.get(
                        "/approvals",
                        Role.VIEWER,
                        Press.doc("pageApprovals", "What waits for a yes or no.")
                                .merchant(),
                        this::page),
                Press.post(
                        "/approvals/{decision}",
                        Role.OPERATOR,
                        Press.doc("answerOnPage", "Says yes or no by a button. The first answer counts.")
                                .path("decision", "D1", "Its label, `D1042` or `D77.3`.")
                                .merchant(),
                        this::answer));
    }

    private void page(Call call) throws InterruptedException {
        Frame frame = desk.press().frame(call, Place.APPROVALS);
        ApprovalList list = ApprovalList.of(desk, call.merchant(), frame.texts(), SHOWN);
        desk.press().page(call, frame, call.wantsPart() ? "approvals/list" : "approvals/page", list);
    }

    private void answer(Call call) throws IOException, InterruptedException, ExecutionException {
        long id = DecisionLabel.parse(call.path("decision"))
                .orElseThrow(() -> ApiProblem.of(Code.NOT_FOUND, "decision: must be a label such as D1042"));
        String approved = call.form(FORM_BYTES).field("approved");
        if (!approved.equals("true") && !approved.equals("false")) {
            throw ApiProblem.of(Code.BAD_BODY, "approved: must be true or false");
        }
        Frame frame = desk.press().frame(call, Place.APPROVALS);
        Proposals.Result result = desk.proposals()
                .answer(
                        id,
                        call.merchant(),
                        approved.equals("true"),
                        call.caller().actor(),
                        call.id());
        String told = told(Decision.label(id), approved.equals("true"), result, frame.texts());
        ApprovalList list = ApprovalList.of(desk, call.merchant(), frame.texts(), SHOWN)
                .after(told, !(result instanceof Proposals.Counts));
        desk.press().page(call, frame, call.wantsPart() ? "approvals/list" : "approvals/page", list);
    }

    private String told(String label, boolean approved, Proposals.Result result, Texts texts) {
        return switch (result) {
            case Proposals.Counts _ -> texts.say(approved ? ApprovalWords.APPROVED : ApprovalWords.REJECTED, label);
            case Proposals.Kept _ -> texts.say(ApprovalWords.KEPT, label);
            case Proposals.TooLate(Proposals.Given first) ->
                texts.say(
                        first.approved() ? ApprovalWords.TOO_LATE_YES : ApprovalWords.TOO_LATE_NO,
                        label,
                        desk.users().nameOf(first.by()),
                        Figures.dayTime(first.at(), texts.language()));
            case Proposals.NothingWaits _ -> texts.say(ApprovalWords.OVER, label);
            case Proposals.Unknown _ ->
                throw ApiProblem.of(Code.NOT_FOUND, "No decision of the merchant has this number.");
        };
    }
}
