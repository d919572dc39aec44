import ConfigurationFile
import ContactCenter
import Testing

@Suite struct YAMLDocumentTests {
    @Test(arguments: [
        ("20s", Duration.seconds(20)), ("5m", .seconds(300)), ("1h30m", .seconds(5_400)), ("2d", .seconds(172_800)),
        ("250ms", .milliseconds(250)), ("0s", .zero), ("1s500ms", .milliseconds(1_500)),
    ])
    func durationsAreReadAndWritten(text: String, duration: Duration) {
        #expect(Duration(spelled: text) == duration)
        #expect(duration.spelled == text)
    }

    @Test(arguments: ["", "20", "s", "5 m", "1m1h", "1h1h", "-5s", "1.5s", "99999999999999d", "5min", "٥s"])
    func otherTextsAreNoDurations(text: String) {
        #expect(Duration(spelled: text) == nil)
    }

    @Test func valuesOfTheRightKindAreRead() throws {
        let document = YAMLDocument(
            "name: Steady\nrate: 2.5\ncount: 3\nshare: 85%\non: true\nhow: fast\nitems: [a, b]\nwait: 1m\n")
        let root = try #require(document.root)
        let fields = try #require(root.fields("name", "rate", "count", "share", "on", "how", "items", "wait"))
        #expect(fields.required("name")?.text() == "Steady")
        #expect(fields["rate"]?.number(in: 0...10) == 2.5)
        #expect(fields["count"]?.integer(in: 1...5) == 3)
        #expect(fields["share"]?.share() == 0.85)
        #expect(fields["on"]?.truth() == true)
        #expect(fields["how"]?.choice(among: ["slow", "fast"]) == "fast")
        #expect(fields["items"]?.list()?.compactMap { $0.text() } == ["a", "b"])
        #expect(fields["wait"]?.duration(in: .zero ... .seconds(100)) == .seconds(60))
        #expect(document.problems == [])
    }

    @Test func valuesOfAnotherKindAreReportedWithWhatIsExpected() throws {
        let document = YAMLDocument("rate: fast\nwait: 10\nhow: fsat\nlist: 3\nagent:\nextra: 1\n")
        let root = try #require(document.root)
        let fields = try #require(root.fields("rate", "wait", "how", "list", "agent", "seed"))
        #expect(fields["rate"]?.number(in: 0...10) == nil)
        #expect(fields["wait"]?.duration(in: .zero ... .seconds(100)) == nil)
        #expect(fields["how"]?.choice(among: ["slow", "fast"]) == nil)
        #expect(fields["list"]?.list() == nil)
        #expect(fields["agent"]?.text() == nil)
        #expect(fields.required("seed") == nil)
        #expect(
            document.problems.map(\.description) == [
                "line 1, column 1: the file lacks `seed`",
                "line 1, column 7: `rate` must be a number from 0.0 to 10.0, not `fast`",
                "line 2, column 7: `wait` must be a duration, such as 20s, 5m, 1h30m or 2d, not `10`",
                "line 3, column 6: `how` must be `slow` or `fast`, not `fsat`; did you mean `fast`?",
                "line 4, column 7: `list` must be a list, such as [a, b], not `3`",
                "line 5, column 7: `agent` must be a text, not empty",
                "line 6, column 1: the file has no key `extra`; it may have `rate`, `wait`, `how`, `list`, `agent`, "
                    + "`seed`",
            ])
    }
}
