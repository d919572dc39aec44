import ConfigurationFile
import ContactCenter
import Foundation
import Testing

@Suite struct ThirtyMistakesTests {
    @Test func everyMistakeIsReportedAtItsPlace() throws {
        let file = ConfigurationFile.read(try Fixture.text("thirty-mistakes.yaml"))
        #expect(file.configuration == nil)
        let expected = try Fixture.text("thirty-mistakes.txt").split(separator: "\n").map(String.init)
        #expect(expected.count == 30)
        #expect(file.problems.map(\.description) == expected)
    }
}
