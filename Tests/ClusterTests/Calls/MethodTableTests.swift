import Testing

@testable import Cluster

@Suite struct MethodTableTests {
    @Test func itListsItsMethods() {
        #expect(Desk.methods.names.contains("add"))
        #expect(Desk.methods["add"] != nil)
        #expect(Desk.methods["hidden"] == nil)
    }
}
