internal import Wire

/// What sites add to the snapshot.
extension Floor {
    func writeSites(to writer: inout WireWriter) {
        writer.write(sites.reviewedAt)
        for record in queueRecords where !record.isRetired {
            writer.write(record.sites.entries.map(\.service))
        }
        let choices = sites.choices.sorted { $0.key < $1.key }
        writer.write(choices.map { Event.SitesWeighed(contact: $0.key, choice: $0.value) })
    }

    mutating func readSites(from reader: inout WireReader) throws(WireError) {
        sites.reviewedAt = try reader.read()
        for index in queueRecords.indices where !queueRecords[index].isRetired {
            let services: [ServiceHistory] = try reader.readArray()
            guard services.count == queueRecords[index].sites.entries.count else {
                throw WireError(.invalidValue, reading: "sites of a queue", at: reader.offset)
            }
            for (place, service) in services.enumerated() { queueRecords[index].sites.setService(service, at: place) }
        }
        let choices: [Event.SitesWeighed] = try reader.readArray(bound: contacts.count)
        for choice in choices {
            guard contacts.slot(of: choice.contact) != nil else {
                throw WireError(.invalidValue, reading: "choice of a site", at: reader.offset)
            }
            sites.choices[choice.contact] = choice.choice
        }
    }
}
