import ContactCenter
import GatewayAPI
import GatewayClient

/// Asks whether a partition's live state is what its journal tells, in all copies.
enum PartitionAgreement {
    /// How long copies of the journal may take to catch up.
    private static let patience: Duration = .seconds(20)

    /// What differs in the end; empty when nothing does.
    ///
    /// - Throws: ``HarnessError/Code/center`` when the question is not answered.
    static func differences(in partition: String, seenBy client: GatewayClient) async throws(HarnessError) -> [String] {
        let limit = ContinuousClock.now + patience
        var last: Result<PartitionCheck, GatewayError>
        repeat {
            do throws(GatewayError) { last = .success(try await client.check(partition: partition)) } catch {
                last = .failure(error)
            }
            if case .success(let check) = last, check.isEqual { return [] }
            try await HarnessError.pause(.milliseconds(500))
        } while .now < limit
        do throws(GatewayError) { return try last.get().differences } catch {
            throw HarnessError(.center, "\(partition) cannot be checked: \(error)", cause: error)
        }
    }
}
