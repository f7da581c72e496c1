package co.litper.cerebro.server.cli;

import co.litper.cerebro.log.StoreException;

/** Tells a person what is the matter with the store and what to try. */
final class StoreTrouble {
    private StoreTrouble() {}

    static String told(StoreException e, CliContext context) {
        String folder = String.valueOf(context.dataDir());
        String spanish = switch (e.kind()) {
            case FULL ->
                "El disco está lleno: " + folder + ". Lo confirmado está a salvo."
                        + " Tal vez libere espacio y repita el comando: seguirá donde quedó.";
            case LOCKED ->
                "Otro proceso usa la carpeta " + folder + ". Tal vez espere a que termine, o use otro --data-dir.";
            case CORRUPT -> "La carpeta " + folder + " está dañada o no es de Cerebro. Tal vez ayude «cerebro doctor».";
            case TOO_NEW -> "La carpeta " + folder + " es de una versión más nueva. Tal vez actualice Cerebro.";
            case IO -> "No se pudo leer o escribir en " + folder + ". Tal vez ayude «cerebro doctor».";
        };
        return context.say(spanish + " [" + e.getMessage() + "]", String.valueOf(e.getMessage()));
    }
}
