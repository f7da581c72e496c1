package co.litper.cerebro.server.face.login;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the door says. */
public enum LoginWords implements Said {
    DOOR("Entrar", "Sign in"),
    NAME("Nombre de usuario", "User name"),
    PASSWORD("Contraseña", "Password"),
    NEW_PASSWORD("Contraseña nueva", "New password"),
    PASSWORD_HINT(
            "10 caracteres o más. Una frase larga sirve mejor que símbolos.",
            "10 characters or more. A long phrase is better than symbols."),
    ENTER("Entrar", "Sign in"),
    WITH_KEY("Entrar con una clave de acceso", "Sign in with an access key"),
    KEY("Clave de acceso", "Access key"),
    KEY_WRONG("Esa clave no se conoce o fue retirada.", "That key is not known, or was withdrawn."),
    WRONG("El nombre o la contraseña no son correctos.", "Name or password is wrong."),
    WAIT(
            "Hubo demasiados intentos. Espere unos segundos e intente de nuevo.",
            "There were too many attempts. Wait some seconds and try again."),
    NOBODY_YET(
            "Aún no hay usuarios. Abra el enlace de un solo uso que mostró «./cerebro serve» al empezar.",
            "There are no users yet. Open the one-time link that './cerebro serve' printed when it began."),
    WELCOME("Bienvenida a Cerebro", "Welcome to Cerebro"),
    WELCOME_TEXT(
            "Cree el primer usuario, que administra la instalación. Los demás se crean después en Sistema o con «./cerebro users add».",
            "Make the first user, who runs the installation. Others are made later in System or by './cerebro users add'."),
    BEGIN("Crear y entrar", "Create and sign in"),
    NAME_FORM("El nombre debe tener de 1 a 60 caracteres visibles.", "The name must have 1 to 60 visible characters."),
    NAME_TAKEN("Ese nombre ya existe.", "That name is taken."),
    PASSWORD_SHORT("La contraseña necesita 10 caracteres o más.", "The password needs 10 characters or more."),
    PASSWORD_LONG("La contraseña puede tener hasta 200 caracteres.", "The password may have up to 200 characters."),
    PASSWORD_IS_NAME("La contraseña no puede ser el nombre.", "The password must not be the name."),
    ROLE_ABOVE("Ese rol es mayor que el suyo.", "That role is above yours."),
    OTHER_MERCHANT("Ese comercio está fuera de su alcance.", "That merchant is outside your scope."),
    TOO_MANY("Hay demasiados usuarios.", "There are too many users."),
    NOT_FIRST("Otra persona ya creó el primer usuario.", "Somebody has made the first user already."),
    UNKNOWN("No hay tal usuario.", "There is no such user.");

    private final String spanish;
    private final String english;

    LoginWords(String spanish, String english) {
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
