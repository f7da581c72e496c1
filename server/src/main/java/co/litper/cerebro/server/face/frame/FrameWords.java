package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the layout says. */
public enum FrameWords implements Said {
    SKIP("Ir al contenido", "Skip to content"),
    NAVIGATION("Secciones", "Sections"),
    CONNECTING("Conectando…", "Connecting…"),
    LIVE("En vivo", "Live"),
    OFFLINE("Sin conexión; se intenta de nuevo", "No connection; trying again"),
    SWITCH_LANGUAGE("English", "Español"),
    THEME_AUTO("Tema: automático", "Theme: automatic"),
    THEME_LIGHT("Tema: claro", "Theme: light"),
    THEME_DARK("Tema: oscuro", "Theme: dark"),
    SIGN_OUT("Salir", "Sign out"),
    WHO("Usted es {0} ({1})", "You are {0} ({1})"),
    FAILED("No se pudo: {0}", "It could not be done: {0}"),
    ROLE_VIEWER("consulta", "viewer"),
    ROLE_OPERATOR("operación", "operator"),
    ROLE_ADMIN("administración", "admin"),
    PROBLEM_MISSING("Aquí no hay nada", "There is nothing here"),
    PROBLEM_MISSING_HINT(
            "Tal vez la dirección está mal escrita, o lo que buscaba ya no existe.",
            "Maybe the address is misspelt, or what you looked for is gone."),
    PROBLEM_FORBIDDEN("Su rol no permite esto", "Your role does not allow this"),
    PROBLEM_FORBIDDEN_HINT(
            "Tal vez otra persona del equipo puede hacerlo.", "Maybe someone else of the team can do it."),
    PROBLEM_BEFORE("Otra persona respondió primero", "Somebody answered first"),
    PROBLEM_BUSY("Demasiadas peticiones", "Too many requests"),
    PROBLEM_BUSY_HINT("Espere unos segundos e intente de nuevo.", "Wait some seconds and try again."),
    PROBLEM_WRONG("Algo en lo pedido no está bien", "Something in the request is not right"),
    PROBLEM_WRONG_HINT(
            "Vuelva a la página, revise lo que puso e intente de nuevo.",
            "Go back to the page, look at what you entered and try again."),
    PROBLEM_HELD("Lo fija la configuración", "The configuration fixes this"),
    PROBLEM_HELD_HINT(
            "Está en el archivo de configuración del servicio y volvería a quedar así. Quien lo administra puede cambiarlo allí.",
            "It stands in the service's configuration file and would come back. Whoever runs it can change it there."),
    PROBLEM_OURS("Algo falló de nuestro lado", "Something failed on our side"),
    PROBLEM_OURS_HINT(
            "No se perdió nada de lo ya confirmado. Intente de nuevo; si sigue, dé este nombre a quien administra.",
            "Nothing that was confirmed is lost. Try again; if it goes on, tell this name to whoever runs the service."),
    PROBLEM_CALL("Petición {0}", "Request {0}"),
    BACK_TO("Volver a {0}", "Back to {0}");

    private final String spanish;
    private final String english;

    FrameWords(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
