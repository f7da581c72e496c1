package co.litper.cerebro.server.face.login;

/**
 * The door.
 *
 * @param problem what went wrong the last time; may be empty
 * @param next where to go from here, within this service
 * @param nobodyYet true while there is no user who could sign in
 */
public record DoorModel(String problem, String next, boolean nobodyYet) {}
