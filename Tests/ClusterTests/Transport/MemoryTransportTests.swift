import Cluster
import Testing
import TransportConformance

@Suite struct MemoryTransportTests {
    @Test(arguments: TransportExpectation.all) func conforms(_ expectation: TransportExpectation) async throws {
        let network = MemoryNetwork()
        try await expectation.verify(TransportFixture { network.makeTransport() })
    }
}
