package co.litper.cerebro.server.face.login;

/**
 * Where the first user is made.
 *
 * @param token what the link holds
 * @param problem what went wrong the last time; may be empty
 */
public record WelcomeModel(String token, String problem) {}
