import ContactCenter
import GatewayAPI
import GatewayClient
import Wire

/// Has random contacts explained while a scenario is played, each at an instant of its own, and has the journal explain
/// them again as of the same instants.
public struct ExplainComparison: Sendable {
    private let scenario: Scenario
    private let options: RunOptions
    private let contacts: Int

    /// The pause between two choices of contacts.
    private static let pause: Duration = .milliseconds(100)
    /// How many contacts a choice is made from.
    private static let listed = 1_000

    /// - Parameter contacts: How many are explained, if so many come in.
    public init(_ scenario: Scenario, _ options: RunOptions, contacts: Int) {
        self.scenario = scenario
        self.options = options
        self.contacts = contacts
    }

    /// Plays, asks and compares.
    ///
    /// - Throws: ``HarnessError`` when the run could not be made, or the center did not answer.
    public func run() async throws(HarnessError) -> (play: RunReport, explained: ExplainReport) {
        let client = GatewayClient(address: options.target.url, token: options.target.token)
        let result: Result<(RunReport, ExplainReport), HarnessError>
        do {
            async let live = explanations(client)
            let play = try await LoadTestPlay(scenario, options).play()
            result = .success((play, try await compared(try await live, client)))
        } catch let error as HarnessError {
            result = .failure(error)
        } catch {
            result = .failure(HarnessError(.center, "The center did not explain its contacts: \(error)", cause: error))
        }
        await client.shutdown()
        return try result.get()
    }

    /// Explanations of different contacts, spread over the scenario.
    private func explanations(_ client: GatewayClient) async throws -> [ContactExplanation] {
        var random = SeededGenerator(seed: scenario.seed)
        var asked: Set<String> = []
        var found: [ContactExplanation] = []
        let length = options.duration ?? scenario.duration
        let each = Int((Double(contacts) * Self.pause.inSeconds / length.inSeconds * 1.5).rounded(.up))
        let end = ContinuousClock.now + length
        while found.count < contacts, ContinuousClock.now < end {
            try await HarnessError.pause(Self.pause)
            let listed = try await client.contacts(limit: Self.listed).items
            for contact in listed.shuffled(using: &random).filter({ !asked.contains($0.id) }).prefix(each) {
                asked.insert(contact.id)
                let explanation = try await client.explanation(of: contact.id)
                if explanation.isLive { found.append(explanation) }
            }
        }
        return Array(found.prefix(contacts))
    }

    private func compared(_ live: [ContactExplanation], _ client: GatewayClient) async throws -> ExplainReport {
        var report = ExplainReport()
        for explanation in live {
            report.add(explanation, replayed: try await replayed(explanation, client))
        }
        return report
    }

    private func replayed(
        _ live: ContactExplanation, _ client: GatewayClient
    ) async throws(GatewayError) -> ContactExplanation? {
        do throws(GatewayError) {
            return try await client.explanation(of: live.contact, at: live.at)
        } catch {
            guard error.problem?.status == 404 else { throw error }
            return nil
        }
    }
}

extension ContactExplanation {
    /// Whether it is of a contact that had not been forgotten: of those, the live answer is the journal's already.
    fileprivate var isLive: Bool { state != .ended || next.contains { $0.at.map { at < $0 } ?? false } }
}
