package co.litper.cerebro.benchmarks.redis;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.cluster.redis.RedisFeatures;
import co.litper.cerebro.cluster.redis.RedisFeatures.Vector;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.testkit.RedisServer;
import co.litper.cerebro.vocabulary.MerchantId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Fetches vectors of 250 features, one after another on one connection, from a Redis of its own on this machine: written as the
 * product writes them, read as any client may: whole, and beside it field by field. The floor is a fetch of one feature: the round trip alone.
 */
public final class RedisBench implements Bench {
    private static final long SEED = 1;
    private static final int PARCELS = 2_000;
    private static final int FETCHES = 20_000;
    /** Fetches that only warm up. */
    private static final int WARM = 5_000;

    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MerchantId MERCHANT = new MerchantId("tienda");
    private static final double NS_PER_MS = 1e6;

    /** Feast's own report of its Java server over Redis, "250 features", p99. */
    private static final double FEAST_P99_MS = 1.3;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String description() {
        return "vectors of 250 features out of Redis: p50, p99 of a fetch";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        if (!args.isEmpty()) {
            throw new BenchDataException("unknown options " + args + ". Maybe none: the features are made up.", null);
        }
        if (!RedisServer.isInstalled()) {
            throw new BenchDataException("Redis is not installed here. Maybe: apt-get install redis-server", null);
        }
        try (RedisServer server = RedisServer.start();
                RedisFeatures features = RedisFeatures.open(new RedisServerAddress(server.uri(), "bench", PATIENCE))) {
            List<String> names = names();
            write(features, names);
            int[] order =
                    new SplittableRandom(SEED).ints(WARM + FETCHES, 0, PARCELS).toArray();
            List<SequencedMap<String, Object>> took = inTurns(
                    order,
                    List.of(
                            i -> requireWhole(features, i, names),
                            i -> require(features, i, names),
                            i -> require(features, i, names.subList(0, 1))));
            SequencedMap<String, Object> ours = took.get(0);
            took.get(1).forEach((what, ms) -> ours.put("byField." + what, ms));
            SequencedMap<String, Object> floor = took.get(2);
            progress.printf(Locale.ROOT, "redis: %s, round trip alone %s%n", ours, floor);
            SequencedMap<String, Object> feast = new LinkedHashMap<>();
            feast.put("feastPublishedP99Ms", FEAST_P99_MS);
            ours.put("features", names.size());
            return new BenchResult(
                    name(), ours, floor, feast, new LinkedHashMap<>(), List.of(SEED), "./cerebro bench redis --json");
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < RedisFeatures.MOST_FEATURES; i++) {
            names.add("feature_" + i);
        }
        return names;
    }

    private static float value(int parcel, int feature) {
        return (parcel * 31 + feature) / 8f;
    }

    private static void write(RedisFeatures features, List<String> names) {
        List<Vector> batch = new ArrayList<>();
        long stands = features.position();
        for (int parcel = 0; parcel < PARCELS; parcel++) {
            Map<String, Float> values = new LinkedHashMap<>();
            for (int f = 0; f < names.size(); f++) {
                values.put(names.get(f), value(parcel, f));
            }
            batch.add(new Vector(MERCHANT, "G" + parcel, parcel, values));
            if (batch.size() == BATCH || parcel == PARCELS - 1) {
                features.put(batch, stands, parcel);
                stands = parcel;
                batch.clear();
            }
        }
    }

    private static void requireWhole(RedisFeatures features, int parcel, List<String> names) {
        Map<String, Float> found =
                features.get(MERCHANT, "G" + parcel).map(Vector::values).orElseGet(Map::of);
        for (int f = 0; f < names.size(); f++) {
            Float value = found.get(names.get(f));
            if (value == null || value != value(parcel, f)) {
                throw new IllegalStateException("feature " + f + " of parcel " + parcel + " is " + value);
            }
        }
    }

    private static void require(RedisFeatures features, int parcel, List<String> names) {
        float[] found = features.get(MERCHANT, "G" + parcel, names);
        for (int f = 0; f < found.length; f++) {
            if (found[f] != value(parcel, f)) {
                throw new IllegalStateException("feature " + f + " of parcel " + parcel + " is " + found[f]);
            }
        }
    }

    /** What each way of fetching takes, one after another for each parcel, so that the machine is the same to all. */
    private static List<SequencedMap<String, Object>> inTurns(int[] order, List<IntConsumer> ways) {
        long[][] took = new long[ways.size()][FETCHES];
        for (int i = 0; i < order.length; i++) {
            for (int way = 0; way < took.length; way++) {
                long began = System.nanoTime();
                ways.get(way).accept(order[i]);
                if (i >= WARM) {
                    took[way][i - WARM] = System.nanoTime() - began;
                }
            }
        }
        return Arrays.stream(took).map(RedisBench::told).toList();
    }

    private static SequencedMap<String, Object> told(long[] took) {
        Arrays.sort(took);
        SequencedMap<String, Object> told = new LinkedHashMap<>();
        told.put("p50Ms", took[took.length / 2] / NS_PER_MS);
        told.put("p99Ms", took[took.length * 99 / 100] / NS_PER_MS);
        told.put("p999Ms", took[took.length * 999 / 1000] / NS_PER_MS);
        return told;
    }
}
