import Foundation
import GatewayAPI
import Testing

@Suite struct DateTimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000000Z"), (1_795_318_138_123_456, "2026-11-22T03:28:58.123456Z"),
        (-1, "1969-12-31T23:59:59.999999Z"), (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
    ])
    func timesAreWrittenToTheMicrosecondInUTC(_ microseconds: Int, _ text: String) {
        let time = DateTime(microseconds: Int64(microseconds))
        #expect(time.description == text)
        #expect(DateTime(text) == time)
    }

    @Test func shorterFractionsAreReadAndNonsenseIsNot() {
        #expect(DateTime("1970-01-01T00:00:01Z")?.microseconds == 1_000_000)
        #expect(DateTime("1970-01-01T00:00:01.5Z")?.microseconds == 1_500_000)
        for text in ["", "1970-01-01", "1970-13-01T00:00:00Z", "1970-01-01T00:00:00+01:00", "1970-01-01T00:00:00.Z"] {
            #expect(DateTime(text) == nil)
        }
    }

    @Test func everyDayOfAFewCenturiesComesBack() {
        for day in stride(from: -50_000, through: 100_000, by: 37) {
            let time = DateTime(microseconds: Int64(day) * 86_400_000_000 + 12_345)
            #expect(DateTime(time.description) == time)
        }
    }
}
