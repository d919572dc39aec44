public import ArgumentParser
public import GatewayAPI

extension DateTime: ExpressibleByArgument {
    /// Reads RFC 3339 in UTC or with an offset, such as `2026-12-24T09:00:00+01:00`; nil when it is something else.
    public init?(argument: String) {
        guard let offset = argument.firstMatch(of: #/([+-])([0-9]{2}):([0-9]{2})$/#) else {
            self.init(argument)
            return
        }
        let (_, sign, hours, minutes) = offset.output
        guard let ahead = Int64(hours), let rest = Int64(minutes), ahead < 24, rest < 60,
            let local = DateTime(argument[..<offset.range.lowerBound] + "Z")
        else { return nil }
        let microseconds = (ahead * 60 + rest) * 60_000_000
        self.init(microseconds: local.microseconds + (sign == "-" ? microseconds : -microseconds))
    }
}
