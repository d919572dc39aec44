import FoundationEssentials
import GatewayAPI
import HTTPTypes
import Hummingbird
import HummingbirdCore

extension Response {
    /// That it was carried out, and there is nothing to say.
    static var noContent: Response { Response(status: .noContent) }

    /// A value that writes itself.
    static func json(
        _ value: some JSONWritable, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let location { headers[.location] = location }
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: value.jsonBytes())))
    }

    /// A value that is seldom asked for.
    static func encoded(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(value)
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

/// Part of a list whose items write themselves.
struct PageWriter<Item: JSONWritable>: JSONWritable {
    let items: [Item]
    /// What to pass as `after` for the next part; nil when this is the last.
    let next: String?

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("items")
            writer.array(items) { $1.write(to: &$0) }
            writer.field("next", next)
        }
    }
}
