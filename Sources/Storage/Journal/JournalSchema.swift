import Cluster
import GRDB

/// The tables of a journal's file. Steps are only ever added, never changed.
enum JournalSchema {
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: records and snapshots") { database in
            try database.execute(
                sql: """
                    CREATE TABLE journal (
                        only INTEGER PRIMARY KEY CHECK (only = 1),
                        partition TEXT,
                        trimmed INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO journal (only, trimmed) VALUES (1, 0);
                    CREATE TABLE record (
                        sequence INTEGER PRIMARY KEY,
                        checksum INTEGER NOT NULL,
                        bytes BLOB NOT NULL
                    ) STRICT;
                    CREATE TABLE snapshot (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        sequence INTEGER NOT NULL,
                        chunkCount INTEGER NOT NULL,
                        checksum INTEGER NOT NULL,
                        phase INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE chunk (
                        snapshot INTEGER NOT NULL,
                        number INTEGER NOT NULL,
                        checksum INTEGER NOT NULL,
                        bytes BLOB NOT NULL,
                        UNIQUE (snapshot, number)
                    ) STRICT;
                    """)
        }
        return migrator
    }

    /// Brings the file at `path` to the newest step.
    ///
    /// - Throws: ``JournalError`` with `unavailable` when a newer program wrote the file.
    static func migrate(_ queue: DatabaseQueue, path: String) throws {
        let migrator = migrator
        guard try !queue.read(migrator.hasBeenSuperseded) else {
            throw JournalError(
                .unavailable,
                "The journal \(path) was written by a newer version of this program. Use that version, or a backup.")
        }
        try migrator.migrate(queue)
    }
}
