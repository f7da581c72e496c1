package co.litper.cerebro.simulator.world;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Lives one parcel's future many times under other luck, doing what the truth says is best, and takes the mean. */
final class Replay {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int MOST_STEPS = 48 * 90;

    /** Mean margin and its standard error. */
    record Mean(double value, double error) {}

    private static long effects;

    private Replay() {}

    /** @param leave true to leave the present novedad to team and carrier */
    static Mean of(World world, String orderId, Action first, String target, boolean leave, int times) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < times; i++) {
            double margin = once(world.fork(orderId, 1_000 + i, ENDED::add), orderId, first, target, leave);
            sum += margin;
            squares += margin * margin;
        }
        double mean = sum / times;
        return new Mean(mean, Math.sqrt((squares / times - mean * mean) / times));
    }

    private static final List<ParcelStory> ENDED = new ArrayList<>();

    private static double once(World fork, String orderId, Action first, String target, boolean leave) {
        ENDED.clear();
        Parcel x = fork.scene().underWay().getFirst();
        boolean toldToday = false;
        int left = leave ? x.issues.size() : -1;
        if (first != Action.NONE) {
            take(fork, x, first, target);
        }
        Instant now = fork.clock().now().plusSeconds(1);
        for (int i = 0; i < MOST_STEPS && ENDED.isEmpty(); i++) {
            now = now.plus(STEP);
            fork.run(e -> {}, now);
            if (x.phase == Parcel.Phase.ISSUE && x.issues.size() != left) {
                follow(fork, x);
            } else if (x.phase == Parcel.Phase.OUT && x.attempt == 1 && !toldToday) {
                toldToday = true;
                if (fork.truth().telling(x.guide) > 0) {
                    take(fork, x, Action.NOTIFY_CUSTOMER, "");
                }
            }
        }
        return ENDED.isEmpty() ? Double.NaN : ENDED.getFirst().marginCop();
    }

    private static void follow(World fork, Parcel x) {
        SortedMap<Action, Double> worth = fork.truth().answers(x.guide);
        boolean contacted = x.openIssue().contacts > 0 || x.callMs > 0;
        Action best = worth.entrySet().stream()
                .filter(each -> !contacted || !each.getKey().contactsCustomer())
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        if (best != Action.NONE) {
            take(fork, x, best, "");
        }
    }

    static co.litper.cerebro.act.Channel.Result take(World world, Parcel x, Action action, String target) {
        return world.desk()
                .take(new Dispatch(
                        ++effects,
                        new MerchantId("litper"),
                        Subjects.home(x.order.homeKey()),
                        PersonRef.NONE,
                        action,
                        target,
                        Long.MAX_VALUE));
    }
}
