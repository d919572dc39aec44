/// The refusals that every journal makes alike, in the same words.
extension JournalError {
    /// The refusal of a record that does not follow the journal's end.
    public static func conflict(_ record: JournalRecord, journalEndsAt last: JournalSequence) -> JournalError {
        JournalError(
            .conflict,
            "Record \(record.id) of \(record.partition) was to follow sequence \(record.follows), but the journal ends "
                + "at \(last); nothing was written. Read the journal's end before anything else.")
    }

    /// The answer to a request for a snapshot that is not stored.
    public static func noSnapshot(_ reference: SnapshotReference) -> JournalError {
        JournalError(.unavailable, "There is no whole snapshot at sequence \(reference.sequence) with that checksum.")
    }

    /// Checks that everything behind `sequence` is there to be read.
    ///
    /// - Throws: ``Code/unavailable`` when a part was trimmed; ``Code/corrupt`` when the journal ends before
    ///   `sequence`.
    public static func checkRead(
        after sequence: JournalSequence, trimmed: JournalSequence, last: JournalSequence
    ) throws(JournalError) {
        if sequence < trimmed {
            throw JournalError(
                .unavailable,
                "Records up to sequence \(trimmed) were trimmed, so none can be read from \(sequence.next) on; begin "
                    + "with a snapshot.")
        }
        if sequence > last {
            throw JournalError(
                .corrupt,
                "The journal ends at sequence \(last), yet \(sequence) was once confirmed: the store lost records. "
                    + "Stop, and restore the journal from a backup.")
        }
    }
}

extension JournalRecord {
    /// Checks the payload against ``payloadBound``.
    ///
    /// - Throws: ``JournalError/Code/tooLarge``.
    public func checkLength() throws(JournalError) {
        guard payload.count <= Self.payloadBound else {
            throw JournalError(
                .tooLarge,
                "Record \(id) of \(partition) has \(payload.count) bytes, more than the \(Self.payloadBound) that a "
                    + "journal takes; nothing was written. Put fewer commands into one record.")
        }
    }
}
