package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.server.access.UserRequest;
import co.litper.cerebro.server.http.RunningService;
import co.litper.cerebro.server.http.RunningService.Reply;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may try who writes fields, forges sessions, or lures people with a cookie to a page of theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksOnPagesTest {
    private static final String MARKUP = "\\\"><script>alert(1)</script><img src=x onerror=alert(1)>";

    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = RunningService.start(folder);
        for (Role role : Role.values()) {
            service.users()
                    .add(new UserRequest(role.wire(), Visitor.PASSWORD, role, Optional.empty()), Caller.LOCAL, "");
        }
        service.tell(RunningService.event(
                "x-1",
                "guide.updated",
                "{\"guideNumber\":\"GX\",\"orderId\":\"O<b>X\",\"rawStatus\":\"" + MARKUP
                        + "\",\"state\":\"ISSUE\",\"rawIssue\":\""
                        + MARKUP
                        + "\",\"issue\":\"BAD_ADDRESS\",\"parcel\":{\"customer\":{\"phone\":\"3001112233\",\"name\":\""
                        + MARKUP + "\",\"address\":\"" + MARKUP
                        + "\"},\"valueCop\":90000,\"cod\":true,\"carrier\":\"ENVIA\"}}"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private Reply form(String path, String body, String cookie, String origin) throws Exception {
        var request = service.request("", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return service.send(request.POST(BodyPublishers.ofString(body)).build());
    }

    private String own() {
        return service.address().toString().replaceFirst("/$", "");
    }

    private Reply signIn(String name, String password) throws Exception {
        return form(
                "/login",
                "name=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8),
                "",
                own());
    }

    private String cookie(String name) throws Exception {
        return signIn(name, Visitor.PASSWORD).header("Set-Cookie").replaceFirst(";.*", "");
    }

    private Reply page(String path, String cookie) throws Exception {
        return service.send(service.request("", path)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Cookie", cookie)
                .build());
    }

    @Test
    void whatCarriersAndCustomersWriteIsNeverMarkup() throws Exception {
        String admin = cookie("admin");
        for (String path : List.of(
                "/",
                "/rescue",
                "/shipments",
                "/shipments/GX",
                "/approvals",
                "/decisions/GX",
                "/events",
                "/carriers",
                "/learning",
                "/messages")) {
            Reply reply = page(path, admin);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.text())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<b>X");
            assertThat(reply.header("Content-Security-Policy"))
                    .startsWith("default-src 'self'")
                    .doesNotContain("unsafe");
        }
        assertThat(page("/shipments/GX", admin).text()).contains("&lt;script&gt;alert(1)");
    }

    @Test
    void whatStrangersWriteIsNoFormulaInAWorkbook() throws Exception {
        service.tell(RunningService.event(
                "attack-formula",
                "guide.updated",
                "{\"guideNumber\":\"GFORMULA\",\"orderId\":\"=HYPERLINK(1)\",\"rawStatus\":\"EN RUTA\","
                        + "\"state\":\"IN_TRANSIT\",\"parcel\":{\"valueCop\":90000,\"carrier\":\"TCC\"}}"));
        Path workbook = Files.createTempFile("cerebro-formula", ".xlsx");
        service.client()
                .send(
                        service.request("", "/shipments.xlsx?number=GFORMULA")
                                .header("Cookie", cookie("operator"))
                                .build(),
                        BodyHandlers.ofFile(workbook));

        StringBuilder sheets = new StringBuilder();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                sheets.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(workbook);
        }
        assertThat(sheets.toString())
                .contains("GFORMULA")
                .contains("HYPERLINK(1)")
                .doesNotContain("<f>")
                .doesNotContain("<f ");
    }

    @Test
    void whatIsSearchedForIsNeverMarkup() throws Exception {
        Reply reply = form("/shipments", "text=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", cookie("operator"), own());

        assertThat(reply.text()).doesNotContain("<script>alert");
    }

    @Test
    void aForeignPageCanDoNothingWithTheCookieOfAReader() throws Exception {
        String operator = cookie("operator");
        for (String origin : List.of("https://evil.example", "null", "")) {
            for (String path :
                    List.of("/approvals/D1", "/rescue/GX", "/shipments/bulk", "/shipments/GX/note", "/logout")) {
                Reply reply = form(path, "approved=true&noted=answer.redeliver&answer=redeliver", operator, origin);
                assertThat(reply.status()).as(path + " from " + origin).isEqualTo(403);
            }
        }
        assertThat(page("/shipments/GX", operator).text()).doesNotContain("Novedad respondida");
    }

    @Test
    void aForeignPageCannotSignAReaderIn() throws Exception {
        String body = "name=viewer&password=" + URLEncoder.encode(Visitor.PASSWORD, StandardCharsets.UTF_8);

        assertThat(form("/login", body, "", "https://evil.example").status()).isEqualTo(403);
        assertThat(form("/login", body, "", "https://evil.example").header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aForgedOrEndedSessionIsNobodys() throws Exception {
        String operator = cookie("operator");
        assertThat(page("/", operator).status()).isEqualTo(200);
        assertThat(page("/", operator + "x").header("Location")).startsWith("/login");
        assertThat(page("/", "cerebro=admin").header("Location")).startsWith("/login");

        form("/logout", "", operator, own());
        assertThat(page("/", operator).header("Location")).startsWith("/login");
    }

    @Test
    void aNewPasswordAndARemovalEndTheSessions() throws Exception {
        service.users()
                .add(new UserRequest("temporal", Visitor.PASSWORD, Role.OPERATOR, Optional.empty()), Caller.LOCAL, "");
        String before = cookie("temporal");
        service.users().changePassword("temporal", "otra frase muy larga", Caller.LOCAL, "");
        assertThat(page("/", before).header("Location")).startsWith("/login");

        String after =
                signIn("temporal", "otra frase muy larga").header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(page("/", after).status()).isEqualTo(200);
        service.users().remove("temporal", Caller.LOCAL, "");
        assertThat(page("/", after).header("Location")).startsWith("/login");
    }

    @Test
    void theSessionsNameChangesWithEachSignInAndIsForTheServerOnly() throws Exception {
        Reply first = signIn("viewer", Visitor.PASSWORD);

        assertThat(first.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(cookie("viewer")).isNotEqualTo(first.header("Set-Cookie").replaceFirst(";.*", ""));
    }

    @Test
    void noFormLeadsPeopleElsewhere() throws Exception {
        for (String next : List.of(
                "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y")) {
            Reply reply = form(
                    "/login",
                    "name=viewer&password=" + URLEncoder.encode(Visitor.PASSWORD, StandardCharsets.UTF_8) + "&next="
                            + URLEncoder.encode(next, StandardCharsets.UTF_8),
                    "",
                    own());
            assertThat(reply.header("Location")).as(next).isEqualTo("/");
            assertThat(form(
                                    "/preferences",
                                    "theme=dark&back=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                                    "",
                                    own())
                            .header("Location"))
                    .as(next)
                    .isEqualTo("/");
        }
    }

    @Test
    void whoMayOnlyLookCanDoNothingByHand() throws Exception {
        String viewer = cookie("viewer");
        for (String path : List.of(
                "/approvals/D1",
                "/rescue/GX",
                "/shipments",
                "/shipments/bulk",
                "/shipments/GX/note",
                "/shipments/GX/erase",
                "/autonomy/cities",
                "/autonomy/pause",
                "/autonomy/levels",
                "/messages/ask_time",
                "/learning/changes/1",
                "/learning/report",
                "/events/effects/1",
                "/events/letters/1/replay",
                "/events/letters/1/drop",
                "/system/keys",
                "/system/keys/revoke",
                "/system/backups",
                "/system/users",
                "/system/users/remove")) {
            assertThat(form(path, "approved=true", viewer, own()).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(page("/rescue/answers.xlsx", viewer).status()).isEqualTo(403);
    }
}
