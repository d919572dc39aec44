import Testing

@testable import ClusterNATS

@Suite struct ServerVersionTests {
    @Test(arguments: [
        ("2.12.0", true), ("2.15.0", true), ("3.0.0", true), ("2.12.1-RC.1", true), ("2.11.9", false),
        ("2.9.10", false),
    ])
    func isCompared(_ version: String, _ isNewEnough: Bool) {
        #expect(ServerVersion.isAtLeast("2.12.0", version) == isNewEnough)
    }

    @Test func `One that does not tell its version is too old`() {
        #expect(!ServerVersion.isAtLeast("2.12.0", nil))
    }
}
