internal import Wire

/// Contacts that overflowed, and what was arranged with customers, by rising id.
extension Floor {
    private static let bound = 1 << 28

    func writeDiversions(to writer: inout WireWriter) {
        let slots = contacts.slots.filter { slot in
            contacts[slot].overflows > 0 || contacts[slot].isAbsent || diversions[contacts[slot].id] != nil
        }
        writer.write(UInt64(slots.count))
        for slot in slots {
            writer.write(contacts[slot].id)
            writer.write(byte: contacts[slot].overflows)
            writer.write(contacts[slot].isAbsent)
            writer.write(diversions[contacts[slot].id])
        }
    }

    mutating func readDiversions(from reader: inout WireReader) throws(WireError) {
        for _ in 0..<(try reader.readCount(bound: Self.bound)) {
            let id: ContactID = try reader.read()
            guard let slot = contacts.slot(of: id) else {
                throw WireError(.invalidValue, reading: "diversion", at: reader.offset)
            }
            contacts[slot].overflows = try reader.readByte()
            contacts[slot].isAbsent = try reader.readBool()
            diversions[id] = try reader.readOptional()
        }
    }
}
