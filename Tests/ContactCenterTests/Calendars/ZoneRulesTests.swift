import Testing
import Wire

@testable import ContactCenter

@Suite("A zone's rules")
struct ZoneRulesTests {
    @Test("come back from the wire as they were", arguments: ["Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata"])
    func wire(name: String) throws {
        let rules = try #require(ZoneRules.installed(name))
        #expect(try ZoneRules(wireBytes: rules.wireBytes()) == rules)
    }

    @Test("of POSIX are read with hours beyond a day, angle brackets and days of the year")
    func posix() throws {
        let lord = try #require(YearlyZoneRule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"))
        // Lord Howe goes from +11 to +10:30 at 15:00 UTC, and back at 15:30.
        #expect(lord.changes(in: 2026).map(\.offset) == [37_800, 39_600])
        #expect(lord.changes(in: 2026).map(\.second) == [1_775_314_800, 1_791_041_400])
        let nuuk = try #require(YearlyZoneRule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0"))
        #expect(nuuk.changes(in: 2026).map(\.second) == [1_774_746_000, 1_792_890_000])
        #expect(
            try #require(YearlyZoneRule("XXX3EDT4,0/0,J365/23")).changes(in: 2026).map(\.offset) == [-14_400, -10_800])
        for wrong in [
            "", "CE", "CET", "CET-25", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x",
        ] {
            #expect(YearlyZoneRule(wrong) == nil, "\(wrong)")
        }
    }

    @Test("are refused when the file is cut off or something else")
    func damaged() {
        #expect(ZoneRules(name: "x", tzif: []) == nil)
        #expect(ZoneRules(name: "x", tzif: Array("TZif2".utf8)) == nil)
        #expect(ZoneRules(name: "x", tzif: Array("TZif2".utf8) + [UInt8](repeating: 255, count: 200)) == nil)
    }

    @Test("hold for ever: four hundred years later offsets are the same")
    func cycle() throws {
        for name in ["Europe/Berlin", "Europe/Dublin", "Africa/Casablanca", "America/Santiago", "Asia/Tokyo"] {
            let offsets = ZoneOffsets(try #require(ZoneRules.installed(name)))
            for second in stride(from: 4_102_444_800, to: 4_202_444_800, by: 86_399 * 7) {
                let later = offsets.period(at: second + 146_097 * 86_400)
                let period = offsets.period(at: second)
                #expect(later.offset == period.offset)
                #expect(period.end == .max || later.end == period.end + 146_097 * 86_400)
                #expect(offsets.offset(at: second) == period.offset && period.start <= second && second < period.end)
            }
        }
    }
}
