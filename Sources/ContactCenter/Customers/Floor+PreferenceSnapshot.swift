internal import Wire

/// Preferences in the snapshot, by rising id of their contacts.
extension Floor {
    func writePreferences(to writer: inout WireWriter) {
        writer.write(UInt64(preferences.count))
        for (contact, open) in preferences.sorted(by: { $0.key < $1.key }) {
            writer.write(contact)
            writer.write(open)
        }
    }

    mutating func readPreferences(from reader: inout WireReader) throws(WireError) {
        for _ in 0..<(try reader.readCount(bound: 1 << 28)) {
            let contact: ContactID = try reader.read()
            guard let slot = contacts.slot(of: contact), [.queued, .offered].contains(contacts[slot].state) else {
                throw WireError(.invalidValue, reading: "preferences", at: reader.offset)
            }
            contacts[slot].hasPreference = true
            let open: OpenPreferences = try reader.read()
            preferences[contact] = open
        }
    }
}
