import Center
import ContactCenter
import Foundation
import Synchronization
import Wire

/// Plays a week around the sun on a cluster: contacts come in at sites that are open, or at the last that was, and agents
/// are at work day and night, so that nothing but the sites' hours keeps them from what is not theirs.
public final class SunWeek: Sendable {
    private let plan: SunPlan
    private let sites: [SunSite]
    private let client: ActorClient
    private let record = Mutex(SunRecord())
    private let random = Mutex(SeededGenerator(seed: 7))

    /// How long what still waits at the end may take, in business seconds.
    private static let patience = 2 * 86_400

    private init(_ plan: SunPlan, _ sites: [SunSite], _ client: ActorClient) {
        self.plan = plan
        self.sites = sites
        self.client = client
    }

    /// Starts a cluster of the three sites, plays the week, and ends it.
    ///
    /// - Parameters:
    ///   - folder: Where the cluster keeps its data.
    ///   - progress: Told each day of it.
    /// - Throws: ``HarnessError`` when cluster or configuration cannot be worked with.
    public static func play(
        _ plan: SunPlan, sundial: String, in folder: String, progress: @escaping @Sendable (String) -> Void
    ) async throws -> SunReport {
        let sites = plan.sites()
        var settings = LocalCluster.Settings(sundial: sundial, folder: folder)
        settings.sites = sites.map(\.id.name)
        settings.nodesPerSite = 1
        // The week begins once the cluster is up.
        let anchor = Date(timeIntervalSinceNow: 20)
        let instants = [Date(timeIntervalSince1970: Double(SunPlan.start)), anchor].map { $0.formatted(.iso8601) }
        settings.arguments = [
            "--clock-start", instants[0], "--clock-anchor", instants[1], "--clock-rate", "\(plan.rate)",
        ]
        let cluster = try LocalCluster(settings)
        let result: Result<SunReport, any Error> = try await cluster.run { _ in
            var place = ActorClient.Place(servers: cluster.addresses)
            place.sites = sites.map(\.id)
            place.clock = plan.clock(anchor: anchor)
            do {
                return .success(
                    try await ActorClient.with(place) { client in
                        try await SunWeek(plan, sites, client).play(progress)
                    })
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func play(_ progress: @escaping @Sendable (String) -> Void) async throws -> SunReport {
        try await client.clock.sleep(until: Timestamp(microseconds: Int64(SunPlan.start) * 1_000_000))
        try await client.configure(source: plan.source(sites))
        return try await withThrowingTaskGroup(of: SunReport?.self) { group in
            defer { group.cancelAll() }
            for site in sites {
                for agent in plan.agents(of: site) {
                    try await client.perform(.signIn(agent))
                    group.addTask {
                        try await self.work(as: agent, at: site)
                        return nil
                    }
                    try await client.perform(.setAvailability(SetAvailability(agent: agent, state: .available)))
                }
            }
            group.addTask { try await self.arrive(progress) }
            while let ended = try await group.next() {
                if let report = ended { return report }
            }
            throw HarnessError(.center, "The agents' streams have ended.")
        }
    }

    /// Lets contacts come in until the week is over and all of them are answered.
    private func arrive(_ progress: @Sendable (String) -> Void) async throws -> SunReport {
        let end = SunPlan.start + plan.seconds
        var due = Double(client.clock.now().microseconds) / 1_000_000
        var day = 0
        try await withThrowingDiscardingTaskGroup { group in
            while Int(due) < end {
                due += random.withLock { $0.exponential(3_600 / plan.contactsAnHour) }
                try await client.clock.sleep(until: Timestamp(microseconds: Int64(due * 1_000_000)))
                group.addTask { try await self.open() }
                if (Int(due) - SunPlan.start) / 86_400 > day {
                    day += 1
                    let (count, waiting) = record.withLock { ($0.contacts.count, $0.waiting) }
                    progress("day \(day): \(count) contacts, \(waiting) waiting")
                }
            }
        }
        let limit = Timestamp(microseconds: Int64(end + Self.patience) * 1_000_000)
        while record.withLock({ $0.waiting }) > 0, client.clock.now() < limit {
            try await client.clock.sleep(until: client.clock.now().advanced(by: .seconds(60)))
        }
        return SunReport(record.withLock { $0 }, sites, until: end)
    }

    /// A contact comes in, at the first site that is open, or else at the one that opened last.
    private func open() async throws {
        let now = client.clock.now()
        let second = Int(now.microseconds / 1_000_000)
        let last = sites.max { lastOpening(of: $0, before: second) < lastOpening(of: $1, before: second) }
        guard let site = sites.first(where: { $0.isOpen(at: now) }) ?? last else { return }
        let opening = OpenContact(channel: .voice, queue: "calls")
        let answer = try await client.perform(.openContact(opening), at: site.id)
        guard case .opened(let contact, _) = answer else {
            throw HarnessError(.center, "A contact that was to wait was answered with \(answer).")
        }
        record.withLock { $0.opened(contact, at: site.id, now) }
    }

    private func lastOpening(of site: SunSite, before second: Int) -> Int {
        site.openings.last { $0.lowerBound <= second }?.lowerBound ?? 0
    }

    /// Takes whatever is offered to an agent, for as long as the task is not cancelled.
    private func work(as agent: AgentID, at site: SunSite) async throws {
        let attached = try await client.directory.withAgentNotices(of: agent) { stream in
            try await withThrowingDiscardingTaskGroup { group in
                for try await items in stream {
                    for case .notice(.offered(let offer)) in items.map(\.content) where offer.agent == agent {
                        record.withLock { $0.offered(offer, by: site) }
                        group.addTask { try await self.handle(offer, at: site) }
                    }
                }
            }
        }
        if case .failure(let refusal) = attached { throw HarnessError(.center, refusal.message) }
    }

    /// Takes a contact and handles it.
    private func handle(_ offer: OfferView, at site: SunSite) async throws {
        guard try await isAccepted(offer) else { return }
        let now = client.clock.now()
        record.withLock { $0.answered(offer.contact, by: site.id, at: now) }
        let handling = random.withLock { $0.exponential(plan.handling) }
        try await client.clock.sleep(until: now.advanced(by: .seconds(handling)))
        try await client.perform(.complete(offer.contact), onBehalfOf: offer.agent)
    }

    /// Accepts an offer; false where it was over by then, which is nobody's fault: the site has just closed. Where no
    /// answer comes it may have been done all the same.
    private func isAccepted(_ offer: OfferView) async throws -> Bool {
        do throws(HarnessError) {
            let result = try await client.attempt(.accept(offer.id), onBehalfOf: offer.agent)
            return if case .done = result { true } else { false }
        } catch {
            let view = try await client.directory.contact(offer.contact)
            return view?.state == .connected && view?.agent == offer.agent
        }
    }
}

extension SunPlan {
    /// Business time that begins at an instant of the wall's clock.
    fileprivate func clock(anchor: Date) -> SystemBusinessClock {
        let whole = Date(timeIntervalSince1970: anchor.timeIntervalSince1970.rounded(.down))
        let start = Double(Self.start) - whole.timeIntervalSinceNow * Double(rate)
        return SystemBusinessClock(start: Timestamp(microseconds: Int64(start * 1_000_000)), rate: Double(rate))
    }
}
