import Cluster
import GRDB

/// Turns what SQLite says into what a journal says.
enum StorageFailure {
    /// The journal's error for `error`, met while `doing` something to the file at `path`, nothing having been
    /// written.
    static func journalError(_ error: any Error, doing: String, path: String) -> JournalError {
        if let error = error as? JournalError { return error }
        guard let failure = error as? DatabaseError else {
            return JournalError(.unavailable, "While \(doing), the journal \(path) failed: \(error).", cause: error)
        }
        switch failure.resultCode {
        case .SQLITE_FULL:
            return JournalError(
                .full,
                "While \(doing), the disk of the journal \(path) was full; nothing was written. Make room there; it "
                    + "goes on by itself then.",
                cause: failure)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return JournalError(
                .corrupt,
                "While \(doing), SQLite found the file \(path) damaged (\(said(failure))). Restore it from a backup, "
                    + "or save what can be read with: sqlite3 \(path) .recover",
                cause: failure)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return JournalError(
                .locked,
                "While \(doing), another program had the journal \(path) open. Close that one (the lock file does not "
                    + "name it: look with fuser \(path)), then try again.",
                cause: failure)
        default:
            return JournalError(
                .unavailable,
                "While \(doing), the journal \(path) could not be used (\(said(failure))); nothing was written. Check "
                    + "the disk, the directory and its permissions.",
                cause: failure)
        }
    }

    /// The error of an append whose commit began and whose end is not known.
    static func unknown(_ error: any Error, path: String) -> JournalError {
        let said = (error as? DatabaseError).map(said) ?? "\(error)"
        return JournalError(
            .unknown,
            "The commit to \(path) failed on its way to the disk (\(said)): the record may or may not be there. Read "
                + "the journal's end before anything else.",
            cause: error)
    }

    private static func said(_ failure: DatabaseError) -> String {
        "\(failure.message ?? "no message"), code \(failure.extendedResultCode.rawValue)"
    }
}
