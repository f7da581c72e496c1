package co.litper.cerebro.server.demo;

import java.util.List;

/**
 * A customer who does not exist: surnames say so, the phone prefix 399 is assigned to nobody, and the mail domain is
 * reserved for tests.
 *
 * @param name first name and made-up surname
 * @param phone ten digits
 * @param email an address that cannot be delivered to
 * @param address a street that says it is a demo
 * @param trouble how much more often parcels to this customer fail than to others; 1 is usual
 */
record DemoPerson(String name, String phone, String email, String address, double trouble) {
    private static final List<String> FIRST = List.of(
            "Ana",
            "Luis",
            "María",
            "José",
            "Sofía",
            "Andrés",
            "Camila",
            "Juan",
            "Valentina",
            "Carlos",
            "Lucía",
            "Jorge",
            "Daniela",
            "Felipe",
            "Paula",
            "Óscar",
            "Natalia",
            "Iván",
            "Mónica",
            "Hernán",
            "Adriana",
            "Raúl",
            "Íngrid",
            "Fabián");
    private static final List<String> SURNAMES = List.of(
            "Prueba",
            "Ejemplo",
            "Demo",
            "Ficticio",
            "Muestra",
            "Inventado",
            "Simulado",
            "Ensayo",
            "Ñoñez-Demo",
            "Imaginario");
    private static final List<String> STREETS = List.of("Calle", "Carrera", "Transversal", "Diagonal", "Avenida");
    /** One in seven customers is hard to deliver to. */
    private static final double TROUBLED = 0.14;

    /** Numbers behind the prefix. */
    private static final long PHONES = 10_000_000L;

    private static final double MUCH_TROUBLE = 2.4;
    private static final double LITTLE_TROUBLE = 0.77;

    /** The customer of a number; the same one each time. */
    static DemoPerson of(long seed, long number) {
        Luck luck = new Luck(seed, "person", number);
        String first = luck.oneOf(FIRST);
        String surname = luck.oneOf(SURNAMES);
        String phone = "399" + Long.toString(PHONES + number % PHONES).substring(1);
        String email = "cliente" + number + "@ejemplo.test";
        String address = luck.oneOf(STREETS) + " " + luck.whole(1, 180) + " # " + luck.whole(1, 120) + "-"
                + luck.whole(1, 99) + " (demo)";
        double trouble = luck.happens(TROUBLED) ? MUCH_TROUBLE : LITTLE_TROUBLE;
        return new DemoPerson(first + " " + surname, phone, email, address, trouble);
    }
}
