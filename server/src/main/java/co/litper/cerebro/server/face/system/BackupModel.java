package co.litper.cerebro.server.face.system;

import java.util.List;

/**
 * Backups, in a reader's language.
 *
 * @param names the newest first
 * @param told what became of the last one; may be empty
 * @param failed true if it was not made
 */
public record BackupModel(List<String> names, String told, boolean failed) {
    public BackupModel {
        names = List.copyOf(names);
    }
}
