package co.litper.cerebro.learners.anomaly;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.learners.stream.SplitMix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One tree of random cuts over a sample of points, with the bounding box of each branch. Points come and go; the tree is at all
 * times distributed as if it had been built from its present points. Leaves are numbered 0 to {@code capacity} − 1 as their places in the
 * sample, branches from {@code capacity} on. Insertion, removal and a walk take O(depth · width).
 */
final class RandomCutTree {
    private static final int NONE = -1;
    private static final double[] NOTHING = {};

    /** Chance of a point's staying unparted below which a walk down ends. */
    private static final double UNLIKELY = 1e-9;

    private final int width;
    private final int capacity;
    private SplitMix random;
    private final double[][] points;
    private final int[] parent;
    private final int[] left;
    private final int[] right;
    private final int[] cutAt;
    private final double[] cut;
    private final int[] mass;
    /** Lower and upper corner of each branch [2 · width]. */
    private final double[][] boxes;

    private final int[] free;
    private int freeCount;
    private int root = NONE;

    RandomCutTree(int width, int capacity, long seed) {
        this.width = width;
        this.capacity = capacity;
        random = new SplitMix(seed);
        int nodes = 2 * capacity - 1;
        points = new double[capacity][];
        Arrays.fill(points, NOTHING);
        parent = new int[nodes];
        left = new int[nodes];
        right = new int[nodes];
        cutAt = new int[nodes];
        cut = new double[nodes];
        mass = new int[nodes];
        boxes = new double[nodes - capacity][2 * width];
        free = new int[nodes - capacity];
        for (int i = free.length - 1; i >= 0; i--) {
            free[freeCount++] = capacity + i;
        }
        Arrays.fill(parent, NONE);
    }

    int size() {
        return root == NONE ? 0 : mass[root];
    }

    /** Puts {@code point} [width] at the empty place {@code leaf}; the array is kept. */
    void insert(int leaf, double[] point) {
        points[leaf] = point;
        mass[leaf] = 1;
        parent[leaf] = NONE;
        if (root == NONE) {
            root = leaf;
            return;
        }
        int node = root;
        while (!separates(node, point)) {
            node = point[cutAt[node]] <= cut[node] ? left[node] : right[node];
        }
        branch(leaf, node, point);
    }

    private int drawnAt;
    private double drawn;
    private boolean pointIsLow;

    /** Draws a cut of the box that holds {@code node} and the point; true if the cut lies between the two. */
    private boolean separates(int node, double[] point) {
        double range = 0;
        for (int k = 0; k < width; k++) {
            range += Math.max(high(node, k), point[k]) - Math.min(low(node, k), point[k]);
        }
        if (range <= 0) {
            drawnAt = 0;
            drawn = point[0];
            pointIsLow = true;
            return node < capacity;
        }
        double at = random.nextDouble() * range;
        for (int k = 0; k < width; k++) {
            double from = Math.min(low(node, k), point[k]);
            double length = Math.max(high(node, k), point[k]) - from;
            if (at < length || k == width - 1) {
                drawnAt = k;
                drawn = Math.min(from + at, Math.nextDown(from + length));
                break;
            }
            at -= length;
        }
        pointIsLow = point[drawnAt] <= drawn;
        boolean apart = pointIsLow ? drawn < low(node, drawnAt) : high(node, drawnAt) <= drawn;
        return apart || node < capacity;
    }

    /** A new branch above {@code node}, with the point on its other side. */
    private void branch(int leaf, int node, double[] point) {
        int fresh = free[--freeCount];
        int above = parent[node];
        cutAt[fresh] = drawnAt;
        cut[fresh] = drawn;
        left[fresh] = pointIsLow ? leaf : node;
        right[fresh] = pointIsLow ? node : leaf;
        parent[fresh] = above;
        parent[leaf] = fresh;
        parent[node] = fresh;
        if (above == NONE) {
            root = fresh;
        } else if (left[above] == node) {
            left[above] = fresh;
        } else {
            right[above] = fresh;
        }
        for (int n = fresh; n != NONE; n = parent[n]) {
            mass[n] = mass[left[n]] + mass[right[n]];
            double[] box = boxes[n - capacity];
            for (int k = 0; k < width; k++) {
                box[k] = Math.min(n == fresh ? low(node, k) : box[k], point[k]);
                box[width + k] = Math.max(n == fresh ? high(node, k) : box[width + k], point[k]);
            }
        }
    }

    /** Empties the place {@code leaf}. */
    void remove(int leaf) {
        points[leaf] = NOTHING;
        int above = parent[leaf];
        if (above == NONE) {
            root = NONE;
            return;
        }
        int other = left[above] == leaf ? right[above] : left[above];
        int top = parent[above];
        parent[other] = top;
        if (top == NONE) {
            root = other;
        } else if (left[top] == above) {
            left[top] = other;
        } else {
            right[top] = other;
        }
        free[freeCount++] = above;
        parent[above] = NONE;
        for (int n = top; n != NONE; n = parent[n]) {
            mass[n]--;
            double[] box = boxes[n - capacity];
            for (int k = 0; k < width; k++) {
                box[k] = Math.min(low(left[n], k), low(right[n], k));
                box[width + k] = Math.max(high(left[n], k), high(right[n], k));
            }
        }
    }

    private double low(int node, int k) {
        return node < capacity ? points[node][k] : boxes[node - capacity][k];
    }

    private double high(int node, int k) {
        return node < capacity ? points[node][k] : boxes[node - capacity][width + k];
    }

    /**
     * How alone {@code point} stands: the expected inverse of the depth at which a cut would part it from the sample, times
     * log₂(size + 1), so that about 1 is usual. Adds what each coordinate gives to {@code shares} [width] if there is one.
     */
    double score(double[] point, double @Nullable [] shares) {
        if (root == NONE) {
            return 0;
        }
        double scale = Math.log(mass[root] + 1) / Math.log(2);
        double remaining = 1;
        double score = 0;
        int node = root;
        for (int depth = 0; ; depth++) {
            double outside = 0;
            double range = 0;
            for (int k = 0; k < width; k++) {
                double low = low(node, k);
                double high = high(node, k);
                double beyond = Math.max(0, low - point[k]) + Math.max(0, point[k] - high);
                outside += beyond;
                range += high - low + beyond;
            }
            double apart = range > 0 ? outside / range : 0;
            double here = remaining * apart * scale / (depth + 1);
            score += here;
            if (shares != null && outside > 0) {
                share(node, point, here / outside, shares);
            }
            remaining *= 1 - apart;
            if (node < capacity || remaining < UNLIKELY) {
                return score + remaining * scale / (depth + Math.log(mass[node] + 1) / Math.log(2)) * damped(node);
            }
            node = point[cutAt[node]] <= cut[node] ? left[node] : right[node];
        }
    }

    private void share(int node, double[] point, double each, double[] shares) {
        for (int k = 0; k < width; k++) {
            shares[k] += each * (Math.max(0, low(node, k) - point[k]) + Math.max(0, point[k] - high(node, k)));
        }
    }

    private double damped(int node) {
        return 1 - 0.5 * mass[node] / mass[root];
    }

    void write(SnapshotWriter out) {
        out.int64(random.state()).int32(root);
        if (root != NONE) {
            write(root, out);
        }
        out.int32(freeCount);
        for (int i = 0; i < freeCount; i++) {
            out.int32(free[i]);
        }
    }

    private void write(int node, SnapshotWriter out) {
        if (node < capacity) {
            out.doubles(points[node]);
            return;
        }
        out.int32(cutAt[node]).float64(cut[node]).int32(left[node]).int32(right[node]);
        write(left[node], out);
        write(right[node], out);
    }

    /** Reads into an empty tree of the same shape; throws {@link SnapshotException} for what is no tree. */
    void read(SnapshotReader in) {
        random = new SplitMix(in.int64());
        root = in.int32();
        boolean[] seen = new boolean[parent.length];
        if (root != NONE) {
            read(root, in, seen);
        }
        freeCount = in.int32();
        demand(freeCount >= 0 && freeCount <= free.length, freeCount);
        for (int i = 0; i < freeCount; i++) {
            free[i] = in.int32();
            demand(free[i] >= capacity && free[i] < seen.length && !seen[free[i]], free[i]);
            seen[free[i]] = true;
        }
    }

    private void read(int node, SnapshotReader in, boolean[] seen) {
        demand(node >= 0 && node < parent.length && !seen[node], node);
        seen[node] = true;
        if (node < capacity) {
            points[node] = in.doubles();
            demand(points[node].length == width, points[node].length);
            mass[node] = 1;
            return;
        }
        cutAt[node] = in.int32();
        demand(cutAt[node] >= 0 && cutAt[node] < width, cutAt[node]);
        cut[node] = in.float64();
        left[node] = in.int32();
        right[node] = in.int32();
        read(left[node], in, seen);
        read(right[node], in, seen);
        parent[left[node]] = node;
        parent[right[node]] = node;
        mass[node] = mass[left[node]] + mass[right[node]];
        for (int k = 0; k < width; k++) {
            boxes[node - capacity][k] = Math.min(low(left[node], k), low(right[node], k));
            boxes[node - capacity][width + k] = Math.max(high(left[node], k), high(right[node], k));
        }
    }

    private static void demand(boolean right, int found) {
        if (!right) {
            throw new SnapshotException("a random cut tree cannot hold " + found + " there");
        }
    }

    /** Whether each branch's mass and box are those of what lies below; for tests. */
    boolean consistent() {
        return root == NONE || consistent(root);
    }

    private boolean consistent(int node) {
        if (node < capacity) {
            return mass[node] == 1;
        }
        boolean right = mass[node] == mass[left[node]] + mass[this.right[node]];
        for (int k = 0; k < width; k++) {
            right &= low(node, k) == Math.min(low(left[node], k), low(this.right[node], k));
            right &= high(node, k) == Math.max(high(left[node], k), high(this.right[node], k));
        }
        return right && consistent(left[node]) && consistent(this.right[node]);
    }
}
