import Center
import ContactCenter
import Testing

/// Contacts of one site and agents of another, over a real nats-server.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TwoSitesTests {
    @Test func aContactIsOfferedToTheOnlyAgentWhoIsAtTheOtherSiteAndLivesItsLifeThere() async throws {
        try await TwoSites.run { sites in
            try await sites.nyc.staff(TwoSites.ben)
            let contact = try await sites.withOffers(to: TwoSites.ben, at: sites.nyc) { offers in
                let contact = try await sites.fra.open(in: "fra.0")
                let offer = try await offers.next()
                #expect(offer.contact == contact)
                // Whichever node is asked, the offer is known, and so is its agent.
                #expect(try await sites.fra.node.directory.offer(offer.id)?.agent == TwoSites.ben)
                #expect(try await sites.nyc.perform(.accept(offer.id), onBehalfOf: TwoSites.ben) == .done(.nothing))
                return contact
            }
            let seen = try #require(try await sites.nyc.node.directory.contact(contact))
            #expect(seen.state == .connected)
            #expect(seen.agent == TwoSites.ben)
            #expect(try await sites.fra.node.directory.agent(TwoSites.ben)?.contacts.map(\.id) == [contact])
            #expect(try await sites.fra.node.directory.contacts(matching: ContactFilter()).map(\.id) == [contact])
            #expect(try await sites.nyc.perform(.hold(contact), onBehalfOf: TwoSites.anna).isRefused)
            #expect(try await sites.nyc.perform(.hold(contact), onBehalfOf: TwoSites.ben) == .done(.nothing))
            #expect(try await sites.nyc.perform(.complete(contact), onBehalfOf: TwoSites.ben) == .done(.nothing))
            #expect(try await sites.fra.node.directory.contact(contact)?.state == .ended)
            try await sites.untilFree(TwoSites.ben, at: sites.fra)
        }
    }

    @Test func anAgentWhoBecomesFreeGetsTheOldestContactOfAnySite() async throws {
        try await TwoSites.run { sites in
            // Further apart than the head start of what waits at home.
            let first = try await sites.fra.open(in: "fra.0")
            try await Task.sleep(for: .milliseconds(700))
            let second = try await sites.nyc.open(in: "nyc.0")
            try await Task.sleep(for: .milliseconds(700))
            let third = try await sites.fra.open(in: "fra.0")
            // Until the summaries tell of them.
            try await Task.sleep(for: .milliseconds(500))
            var answered: [ContactID] = []
            try await sites.nyc.staff(TwoSites.ben)
            try await sites.withOffers(to: TwoSites.ben, at: sites.nyc) { offers in
                for _ in 0..<3 {
                    let offer = try await offers.next()
                    answered.append(offer.contact)
                    _ = try await sites.nyc.perform(.accept(offer.id), onBehalfOf: TwoSites.ben)
                    // A conversation takes longer than a summary.
                    try await Task.sleep(for: .milliseconds(500))
                    _ = try await sites.nyc.perform(.complete(offer.contact), onBehalfOf: TwoSites.ben)
                }
            }
            #expect(answered == [first, second, third])
        }
    }

    @Test func anAdministratorMayAnswerForAnAgentOfAnotherSite() async throws {
        try await TwoSites.run { sites in
            try await sites.nyc.staff(TwoSites.ben)
            try await sites.withOffers(to: TwoSites.ben, at: sites.nyc) { offers in
                let contact = try await sites.fra.open(in: "fra.0")
                let offer = try await offers.next()
                #expect(try await sites.fra.perform(.accept(offer.id)) == .done(.nothing))
                #expect(try await sites.fra.node.directory.contact(contact)?.agent == TwoSites.ben)
            }
        }
    }

    @Test func aContactOutlivesTheOwnerOfItsPartitionInTheHandsOfAnAgentElsewhere() async throws {
        try await TwoSites.run { sites in
            try await sites.nyc.staff(TwoSites.ben)
            try await sites.withOffers(to: TwoSites.ben, at: sites.nyc) { offers in
                let contact = try await sites.nyc.open(in: "fra.0")
                let offer = try await offers.next()
                #expect(offer.contact == contact)
                await sites.fra.kill()
                // Nobody decides on the accept before the partition has another owner.
                #expect(try await sites.nyc.perform(.accept(offer.id), onBehalfOf: TwoSites.ben) == .done(.nothing))
                #expect(sites.nyc.partitions == ["fra.0", "nyc.0"])
                #expect(try await sites.nyc.node.directory.contact(contact)?.state == .connected)
                #expect(try await sites.nyc.perform(.complete(contact), onBehalfOf: TwoSites.ben) == .done(.nothing))
                let next = try await sites.nyc.open(in: "fra.0")
                #expect(try await offers.next().contact == next)
            }
        }
    }

    @Test func anAgentIsNotLeftIdleForMoreThanAMomentWhileContactsWaitAnywhere() async throws {
        try await TwoSites.run { sites in
            for _ in 0..<10 {
                _ = try await sites.fra.open(in: "fra.0")
                _ = try await sites.fra.open(in: "nyc.0")
            }
            try await sites.nyc.staff(TwoSites.ben)
            var idle: [Duration] = []
            try await sites.withOffers(to: TwoSites.ben, at: sites.nyc) { offers in
                var offer = try await offers.next()
                for _ in 0..<19 {
                    _ = try await sites.nyc.perform(.accept(offer.id), onBehalfOf: TwoSites.ben)
                    _ = try await sites.nyc.perform(.complete(offer.contact), onBehalfOf: TwoSites.ben)
                    let freed = ContinuousClock.now
                    offer = try await offers.next()
                    idle.append(ContinuousClock.now - freed)
                }
            }
            #expect(idle.sorted()[idle.count / 2] < .milliseconds(250))
        }
    }

    @Test func aContactThatComesInIsOfferedAtOnceAtWhicheverSiteAnAgentIsFree() async throws {
        try await TwoSites.run { sites in
            try await sites.nyc.staff(TwoSites.ben)
            try await sites.withOffers(to: TwoSites.ben, at: sites.nyc) { offers in
                var waits: [String: [Duration]] = [:]
                for round in 0..<20 {
                    let partition = round.isMultiple(of: 2) ? "fra.0" : "nyc.0"
                    let start = ContinuousClock.now
                    let contact = try await sites.fra.open(in: partition)
                    let offer = try await offers.next()
                    waits[partition, default: []].append(ContinuousClock.now - start)
                    #expect(offer.contact == contact)
                    _ = try await sites.nyc.perform(.accept(offer.id), onBehalfOf: TwoSites.ben)
                    _ = try await sites.nyc.perform(.complete(contact), onBehalfOf: TwoSites.ben)
                    try await sites.untilFree(TwoSites.ben, at: sites.nyc)
                }
                for (_, times) in waits { #expect(times.sorted()[times.count / 2] < .milliseconds(250)) }
            }
        }
    }
}

extension CommandResult {
    fileprivate var isRefused: Bool {
        if case .refused = self { true } else { false }
    }
}
