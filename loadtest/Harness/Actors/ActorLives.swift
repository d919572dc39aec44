import Center
import Cluster
import ContactCenter
import Foundation
import Synchronization
import Wire

// Whole lives of contacts over the actor system.
//
// A contact is opened, offered to an agent over the agent's stream of notices, accepted, completed and wrapped up;
// each command is answered once it is durable. The answer to an opening and the offer come by different ways, in any
// order, so a life is kept by its contact's id from whichever comes first until both have come and it is over.

/// Plays whole lives of contacts through an ``ActorClient``.
public final class ActorLives: Sendable {
    private struct Life {
        var offeredAt: ContinuousClock.Instant?
        /// How it came to its end; nil while it has not.
        var end: Result<Void, any Error>?
        var waiting: CheckedContinuation<Void, any Error>?
    }

    private struct State {
        var lives: [ContactID: Life] = [:]
        var random = SeededGenerator(seed: 1)
        var isClosed = false
    }

    private let client: ActorClient
    private let queues: Int
    private let clock = ContinuousClock()
    private let state = Mutex(State())

    private init(_ client: ActorClient, queues: Int) {
        self.client = client
        self.queues = queues
    }

    /// Runs `body` while the agents of `center`, which is put into force, are there and take whatever is offered.
    ///
    /// - Throws: ``HarnessError/Code/center`` when something is refused or not answered; whatever `body` throws.
    public static func with<Result: Sendable>(
        _ center: GeneratedCenter, through client: ActorClient,
        _ body: @escaping @Sendable (ActorLives) async throws -> Result
    ) async throws -> Result {
        try await client.configure(center)
        let lives = ActorLives(client, queues: center.queues)
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            defer {
                group.cancelAll()
                lives.close()
            }
            for agent in try await client.directory.agents().map(\.id) {
                try await client.perform(.signIn(agent))
                group.addTask {
                    try await lives.work(as: agent)
                    return nil
                }
                try await client.perform(.setAvailability(SetAvailability(agent: agent, state: .available)))
            }
            group.addTask { try await body(lives) }
            while let ended = try await group.next() {
                if let result = ended { return result }
            }
            throw HarnessError(.center, "The agents' streams have ended.")
        }
    }

    /// Whole lives a second with so many under way.
    public func rate(outstanding: Int, for duration: Duration) async throws -> Double {
        let start = clock.now
        let end = start + duration
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<outstanding {
                group.addTask {
                    var count = 0
                    while self.clock.now < end {
                        _ = try await self.live(inQueue: number, since: self.clock.now)
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(count) / ((clock.now - start) / .seconds(1))
    }

    /// How long it takes from an arrival to the receipt of its offer, in nanoseconds, where contacts come in at random
    /// instants (a Poisson process).
    ///
    /// - Parameter rate: The mean number of contacts a second.
    public func arrivalsToOffers(rate: Double, for duration: Duration) async throws -> [Int] {
        let (arrivals, arrival) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
        Thread.detachNewThread { self.arrive(arrival, rate: rate, for: duration) }
        return try await withThrowingTaskGroup(of: Int.self) { group in
            var number = 0
            for await arrival in arrivals {
                number += 1
                let queue = number
                group.addTask { try await self.live(inQueue: queue, since: arrival) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Lets arrivals come in on the calling thread, which then brings each in itself, as a connector's would.
    private func arrive(
        _ arrival: AsyncStream<ContinuousClock.Instant>.Continuation, rate: Double, for duration: Duration
    ) {
        var due = clock.now
        let end = due + duration
        while due < end {
            due += .seconds(state.withLock { $0.random.exponential(1 / rate) })
            let pause = (due - clock.now) / .seconds(1)
            if pause > 0 { Thread.sleep(forTimeInterval: pause) }
            DeliveringThread.deliver { arrival.yield(clock.now) }
        }
        arrival.finish()
    }

    /// Brings a contact in and waits until its life is over.
    ///
    /// - Returns: How long it took from its arrival to its offer, in nanoseconds.
    private func live(inQueue number: Int, since arrival: ContinuousClock.Instant) async throws -> Int {
        let opening = OpenContact(channel: .voice, queue: GeneratedCenter.queue(number % queues))
        let answer = try await client.perform(.openContact(opening))
        guard case .opened(let contact, _) = answer else {
            throw HarnessError(.center, "A contact that was to wait was answered with \(answer).")
        }
        try await withCheckedThrowingContinuation { continuation in
            let end: Result<Void, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(CancellationError()) }
                if let end = state.lives[contact]?.end { return end }
                state.lives[contact, default: Life()].waiting = continuation
                return nil
            }
            if let end { continuation.resume(with: end) }
        }
        let offeredAt = state.withLock { $0.lives.removeValue(forKey: contact)?.offeredAt }
        guard let offeredAt else { throw CancellationError() }
        return Int((offeredAt - arrival) / .nanoseconds(1))
    }

    /// Takes whatever is offered to an agent, for as long as the task is not cancelled.
    private func work(as agent: AgentID) async throws {
        let attached = try await client.directory.withAgentNotices(of: agent) { stream in
            try await withThrowingDiscardingTaskGroup { group in
                for try await items in stream {
                    let now = clock.now
                    for case .notice(.offered(let offer)) in items.map(\.content) where offer.agent == agent {
                        state.withLock { state in
                            if state.lives[offer.contact]?.offeredAt == nil {
                                state.lives[offer.contact, default: Life()].offeredAt = now
                            }
                        }
                        group.addTask { await self.carryOut(offer) }
                    }
                }
            }
        }
        if case .failure(let refusal) = attached { throw HarnessError(.center, refusal.message) }
    }

    /// Does what an agent does with an offer. One that is over before the agent's accept arrives is left, as long as its
    /// contact lives: it is offered again.
    private func carryOut(_ offer: OfferView) async {
        let end: Result<Void, any Error>
        do throws(HarnessError) {
            let accepted = try await client.attempt(.accept(offer.id), onBehalfOf: offer.agent)
            if case .refused(let refusal) = accepted {
                if try await client.lives(offer.contact) { return }
                throw HarnessError(.center, "Contact \(offer.contact) ended unanswered: \(refusal.message)")
            }
            try await client.perform(.complete(offer.contact), onBehalfOf: offer.agent)
            let wrapUp = FinishWrapUp(contact: offer.contact, disposition: nil)
            try await client.perform(.finishWrapUp(wrapUp), onBehalfOf: offer.agent)
            end = .success(())
        } catch {
            end = .failure(error)
        }
        let waiting: CheckedContinuation<Void, any Error>? = state.withLock { state in
            guard state.lives[offer.contact]?.end == nil else { return nil }
            state.lives[offer.contact]?.end = end
            defer { state.lives[offer.contact]?.waiting = nil }
            return state.lives[offer.contact]?.waiting
        }
        waiting?.resume(with: end)
    }

    /// Nobody is to wait any more.
    private func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.lives = [:] }
            return state.lives.values.compactMap(\.waiting)
        }
        for continuation in waiting { continuation.resume(throwing: CancellationError()) }
    }
}
