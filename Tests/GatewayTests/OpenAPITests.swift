import GatewayAPI
import Testing

@testable import Gateway

@Suite struct OpenAPITests {
    @Test func everyPropertyOfEverySchemaIsDescribed() {
        #expect(undescribed(in: OpenAPIDocument.schemas, at: "schemas") == [])
    }

    @Test(arguments: StreamSample.all)
    func whatStreamsCarryIsWrittenAsItsSchemaSays(_ sample: StreamSample) throws {
        let check = SchemaCheck()
        let full = try parse(sample.full)
        let bare = try parse(sample.bare)
        #expect(check.misfits(full, to: sample.schema) == [])
        #expect(check.misfits(bare, to: sample.schema) == [])
        let fields = check.fields(of: sample.schema)
        #expect(Set(full.memberNames) == fields.known)
        #expect(Set(bare.memberNames) == fields.required)
    }

    @Test func everyKindOfEventHasItsSchema() {
        let schemas = Set(OpenAPIDocument.schemas.memberNames)
        #expect(schemas.isSuperset(of: StreamedEvent.allCases.map(\.schema)))
        #expect(Set(StreamSample.all.map(\.schema)).isSuperset(of: StreamedEvent.allCases.map(\.schema)))
    }

    private func parse(_ text: [UInt8]) throws -> JSONValue {
        try text.withUnsafeBufferPointer { try JSONParser.parse($0) }
    }

    /// The properties without a description, by where they stand.
    private func undescribed(in value: JSONValue, at path: String) -> [String] {
        switch value {
        case .array(let elements): return elements.flatMap { undescribed(in: $0, at: path) }
        case .object(let members):
            return members.flatMap { member in
                let place = "\(path).\(member.name)"
                let inside = undescribed(in: member.value, at: place)
                guard member.name == "properties", case .object(let properties) = member.value else { return inside }
                return properties.filter { !isDescribed($0.value) }.map { "\(place).\($0.name)" } + inside
            }
        case .null, .truth, .number, .string: return []
        }
    }

    private func isDescribed(_ schema: JSONValue) -> Bool {
        guard case .object(let members) = schema else { return false }
        return members.contains { $0.name == "description" && $0.value != "" }
    }
}
