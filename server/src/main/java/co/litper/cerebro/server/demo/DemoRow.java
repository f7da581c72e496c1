package co.litper.cerebro.server.demo;

import co.litper.cerebro.adapters.table.SheetColumn;
import co.litper.cerebro.adapters.table.SheetValue;
import co.litper.cerebro.server.demo.DemoGuide.Step;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Clock;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One parcel as a row of an export at one moment, with the noise that real files have. Used once per row. */
final class DemoRow {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DASHED = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** Orders of this merchant begin here, as if others had come before. */
    private static final long FIRST_ORDER_ID = 61_000_000L;

    private static final double NOISY = 0.15;
    private static final double OTHER_NAME = 0.2;
    private static final double BAD_PHONE = 0.01;
    private static final double RETURN_SHARE = 0.8;
    private static final int WIDTH = 18;

    private static final List<SheetColumn> TRACKING =
            columns("fecha,telefono,numero_de_guia,estatus,ciudad_de_destino,transportadora,novedad,"
                    + "fecha_de_ultimo_movimiento,ultimo_movimiento,fecha_de_generacion_de_guia");

    private static final List<SheetColumn> ORDERS = columns(
            "ID,HORA,FECHA,NOMBRE CLIENTE,TELÉFONO,EMAIL,NÚMERO GUIA,ESTATUS,TIPO DE ENVIO,DEPARTAMENTO DESTINO,"
                    + "CIUDAD DESTINO,DIRECCION,NOTAS,TRANSPORTADORA,NUMERO DE FACTURA,VALOR FACTURADO,"
                    + "VALOR DE COMPRA EN PRODUCTOS,GANANCIA,PRECIO FLETE,COSTO DEVOLUCION FLETE,COMISION,"
                    + "TOTAL EN PRECIOS DE PROVEEDOR,NOVEDAD,FUE SOLUCIONADA LA NOVEDAD,HORA DE NOVEDAD,FECHA DE NOVEDAD,"
                    + "SOLUCIÓN,FECHA DE SOLUCIÓN,HORA DE ÚLTIMO MOVIMIENTO,FECHA DE ÚLTIMO MOVIMIENTO,ÚLTIMO MOVIMIENTO,"
                    + "TIENDA,FECHA GENERACION DE GUIA,PRODUCTO,CANTIDAD,TAGS,CATEGORÍAS");

    private final DemoGuide guide;
    private final Step now;
    private final Optional<Step> issue;
    /** Noise belongs to the parcel and its step, so that an unchanged parcel exports unchanged. */
    private final Luck noise;

    DemoRow(long seed, DemoGuide guide, Instant moment) {
        this.guide = guide;
        this.now = guide.at(moment);
        this.issue = guide.issueAt(moment);
        this.noise = new Luck(seed, "noise" + guide.steps().indexOf(now), guide.number());
    }

    static List<SheetColumn> columns(DemoColumns columns) {
        return switch (columns) {
            case TRACKING -> TRACKING;
            case ORDERS -> ORDERS;
        };
    }

    private static List<SheetColumn> columns(String headings) {
        return Stream.of(headings.split(",", -1))
                .map(heading -> new SheetColumn(heading, WIDTH))
                .toList();
    }

    List<SheetValue> values(DemoColumns columns) {
        return switch (columns) {
            case TRACKING -> tracking();
            case ORDERS -> orders();
        };
    }

    private List<SheetValue> tracking() {
        String novedad = now.state() == ShipmentState.ISSUE ? now.text() : "";
        return List.of(
                text(DAY.format(local(guide.ordered()))),
                text(phone()),
                text(guide.guide()),
                text(noisy(now.status())),
                text(city()),
                text(noisy(guide.carrier().writtenName())),
                text(noisy(novedad)),
                text(MINUTE.format(local(now.at()))),
                text(noisy(now.text())),
                text(DAY.format(local(guide.steps().getFirst().at()))));
    }

    private List<SheetValue> orders() {
        boolean open = now.state() == ShipmentState.ISSUE;
        boolean returned = now.state() == ShipmentState.RETURNED;
        long returnFreight = returned ? Math.round(RETURN_SHARE * guide.freightCop()) : 0;
        long profit = returned
                ? -guide.freightCop() - returnFreight
                : guide.billedCop() - guide.costCop() - guide.freightCop();
        String solvedOn = issue.isPresent() && !open ? DASHED.format(local(afterIssue())) : "";
        return List.of(
                SheetValue.of(FIRST_ORDER_ID + guide.number()),
                text(HOUR.format(local(guide.ordered()))),
                text(DASHED.format(local(guide.ordered()))),
                text(guide.person().name()),
                text(phone()),
                text(guide.person().email()),
                text(guide.guide()),
                text(noisy(now.status())),
                text(guide.cod() ? "CON RECAUDO" : "SIN RECAUDO"),
                text(guide.city().department()),
                text(city()),
                text(guide.person().address()),
                SheetValue.BLANK,
                text(noisy(guide.carrier().writtenName())),
                text("F" + guide.number()),
                SheetValue.of(guide.billedCop()),
                SheetValue.of(guide.billedCop()),
                SheetValue.of(profit),
                SheetValue.of(guide.freightCop()),
                SheetValue.of(returnFreight),
                SheetValue.of(0),
                SheetValue.of(guide.costCop()),
                text(noisy(issue.map(Step::text).orElse(""))),
                text(issue.isEmpty() ? "" : open ? "NO" : "SI"),
                text(issue.map(step -> HOUR.format(local(step.at()))).orElse("")),
                text(issue.map(step -> DASHED.format(local(step.at()))).orElse("")),
                text(solvedOn.isEmpty() ? "" : "Se confirma con el cliente"),
                text(solvedOn),
                text(HOUR.format(local(now.at()))),
                text(DASHED.format(local(now.at()))),
                text(noisy(now.text())),
                text("Tienda Demo"),
                text(DASHED.format(local(guide.steps().getFirst().at()))),
                text(guide.product()),
                SheetValue.of(1),
                SheetValue.BLANK,
                text("Hogar"));
    }

    /** When the step after the last issue happened; it has, since the issue is over. */
    private Instant afterIssue() {
        int next = issue.map(step -> guide.steps().indexOf(step) + 1).orElse(0);
        return guide.steps().get(next).at();
    }

    private String city() {
        List<String> others = guide.city().otherNames();
        if (!others.isEmpty() && noise.happens(OTHER_NAME)) {
            return noise.oneOf(others);
        }
        return noisy(guide.city().name());
    }

    private String phone() {
        String phone = guide.person().phone();
        if (noise.happens(BAD_PHONE)) {
            return "no tiene";
        }
        return switch (noise.whole(0, 5)) {
            case 0 -> "57" + phone;
            case 1 -> "57 " + phone.substring(0, 3) + " " + phone.substring(3);
            default -> phone;
        };
    }

    /** The words with another case, without accents, or with a second space, now and then. */
    private String noisy(String words) {
        if (!noise.happens(NOISY)) {
            return words;
        }
        return switch (noise.whole(0, 3)) {
            case 0 -> words.toLowerCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            case 2 -> words.replace(" ", "  ");
            default -> words.replace("TRANSITO", "TRÁNSITO").replace("DIRECCION", "DIRECCIÓN") + " ";
        };
    }

    private static SheetValue text(String text) {
        return SheetValue.of(text);
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(Clock.BOGOTA);
    }
}
