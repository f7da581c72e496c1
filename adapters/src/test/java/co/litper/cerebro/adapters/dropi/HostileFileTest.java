package co.litper.cerebro.adapters.dropi;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.adapters.table.Workbooks;
import co.litper.cerebro.world.Hash64;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTest {
    /** Mutants per kind of file: some seconds in all. */
    private static final int ROUNDS = 400;

    @TempDir
    Path folder;

    @Test
    void aRowOfTenMegabytesCostsItselfOnlyHoweverItIsWritten() throws IOException {
        String huge = "x".repeat(10 << 20);
        List<String> rows = List.of(
                "2,B," + huge,
                "2,B,\"" + huge + "\"",
                "2,B,\"" + huge,
                "2,B,\"" + "línea de texto\n".repeat(700_000) + "\"",
                huge,
                "\"" + huge);
        for (String row : rows) {
            Exports.Read read = Exports.read(folder, "guia,estatus,novedad\n1,A,a\n" + row + "\n3,C,c\n4,D,d\n");
            String label = row.substring(0, 12);
            assertThat(read.rows()).as(label).extracting(DropiRow::guide).containsExactly("1", "3", "4");
            assertThat(read.refused()).as(label).hasSize(1);
            assertThat(read.refused().getFirst().line()).as(label).isEqualTo(3);
        }
    }

    @Test
    void quotesThatAreNeverClosedStayLinear() throws IOException {
        StringBuilder text = new StringBuilder("guia,estatus,novedad\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("1,A,\"abc\n");
        }
        Exports.Read read = Exports.read(folder, text.toString());
        assertThat(read.rows()).isEmpty();
        assertThat(read.refused().size() + read.result().summary().skippedLines())
                .isEqualTo(100_000);
    }

    @Test
    void aFileOf200MegabytesStreams() throws IOException {
        Path file = folder.resolve("big.csv");
        byte[] line = ("024000000001,EN TRANSITO,\"Bogotá, D.C.\",COORDINADORA,01/03/2026," + "n".repeat(100) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        int lines = (200 << 20) / line.length;
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("guia,estatus,ciudad,transportadora,fecha,notas\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < lines; i++) {
                out.write(line);
            }
        }
        long[] rows = new long[1];
        long[] last = new long[2];
        // The heap that tests run with is a fraction of what the rows would take if they were kept.
        ReadResult result = DropiExport.read(
                file,
                Limits.DEFAULT,
                Exports.CLOCK,
                each -> rows[0] += each instanceof RowResult.Row ? 1 : 0,
                (seen, bytes, total) -> {
                    assertThat(bytes).isBetween(last[0], total);
                    last[0] = bytes;
                    last[1] = total;
                });
        assertThat(result).isInstanceOf(ReadResult.Complete.class);
        assertThat(rows[0]).isEqualTo(lines);
        assertThat(last[0]).isEqualTo(last[1]).isEqualTo(Files.size(file));
    }

    @Test
    void randomBytesAlwaysGiveAClearResult() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] bytes = new byte[(int) Math.floorMod(Hash64.of(seed, 1), 5_000L)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Hash64.of(seed, 2 + i);
            }
            check(bytes, "random bytes, seed " + seed);
        }
    }

    @Test
    void mutatedTextAlwaysGivesAClearResult() throws IOException {
        byte[] good = ("guia;estatus;novedad;fecha;flete\r\n" + "1;\"A;b\";Bogotá;01/03/2026;$ 1.000\r\n".repeat(40))
                .getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < ROUNDS; seed++) {
            check(mutated(good, seed), "text, seed " + seed);
        }
    }

    @Test
    void truncatedAndMutatedWorkbooksAlwaysGiveAClearResult() throws IOException {
        StringBuilder rows = new StringBuilder(Workbooks.row(1, "guia", "estatus", "novedad"));
        for (int i = 2; i < 200; i++) {
            rows.append(Workbooks.row(i, "g" + Hash64.of(i, 0), "ENTREGADO", "n" + Hash64.of(i, 1)));
        }
        byte[] good = new Workbooks()
                .sheet("a", rows.toString())
                .shared("<si><t>x</t></si>")
                .bytes();
        for (int seed = 0; seed < ROUNDS; seed++) {
            check(
                    Arrays.copyOf(good, (int) Math.floorMod(Hash64.of(seed, 3), (long) good.length)),
                    "cut, seed " + seed);
            check(mutated(good, seed), "workbook, seed " + seed);
        }
    }

    private static byte[] mutated(byte[] good, int seed) {
        byte[] bytes = good.clone();
        for (int k = 0; k < 1 + seed % 8; k++) {
            bytes[(int) Math.floorMod(Hash64.of(seed, 10 + k), (long) bytes.length)] = (byte) Hash64.of(seed, 20 + k);
        }
        return bytes;
    }

    /** A result of its own kind, whose counts agree with what was delivered; never an exception. */
    private void check(byte[] bytes, String label) throws IOException {
        Path file = folder.resolve("fuzz.bin");
        Files.write(file, bytes);
        List<RowResult<DropiRow>> results = new ArrayList<>();
        ReadResult result;
        try {
            result = DropiExport.read(file, Limits.DEFAULT, Exports.CLOCK, results::add, Progress.NONE);
        } catch (RuntimeException escaped) {
            throw new AssertionError(label, escaped);
        }
        assertThat(result.summary().rows() + result.summary().refused())
                .as(label)
                .isEqualTo(results.size());
        if (result instanceof ReadResult.Stopped stopped) {
            assertThat(stopped.problem().message()).as(label).isNotBlank();
        }
    }
}
