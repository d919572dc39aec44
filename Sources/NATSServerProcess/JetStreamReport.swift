import Foundation

/// What a server reports of JetStream under `/jsz?streams=true`, as far as tests look at it.
struct JetStreamReport: Decodable {
    private struct Account: Decodable {
        let streams: [Stream]?
        private enum CodingKeys: String, CodingKey { case streams = "stream_detail" }
    }

    private struct Stream: Decodable {
        struct Group: Decodable { let leader: String? }
        let name: String
        let cluster: Group?
    }

    private let accounts: [Account]?

    private enum CodingKeys: String, CodingKey { case accounts = "account_details" }

    /// Reads a report; nil when it is none.
    init?(json: String) {
        guard let report = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else { return nil }
        self = report
    }

    /// Name of the server that leads a stream; nil when the one that reports does not hold the stream or knows none.
    func leader(of stream: String) -> String? {
        let streams = (accounts ?? []).flatMap { $0.streams ?? [] }
        return streams.first { $0.name == stream }?.cluster?.leader
    }
}
