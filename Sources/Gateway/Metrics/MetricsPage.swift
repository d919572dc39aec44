import Center

/// Text in Prometheus' format, family by family.
struct MetricsPage {
    private(set) var text = ""
    private var name = ""

    /// Begins a family of samples.
    mutating func family(_ name: String, _ type: String, _ help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    /// Adds a sample to the family.
    mutating func sample(_ labels: [(String, String)], _ value: Double, suffix: String = "") {
        text += name + suffix
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",") + "}"
        }
        text += value == value.rounded() && abs(value) < 1e15 ? " \(Int64(value))\n" : " \(value)\n"
    }

    /// Adds the samples of a histogram to the family.
    mutating func histogram(_ labels: [(String, String)], _ values: BucketCounts) {
        var count = 0
        for (bound, inBucket) in zip(values.bounds, values.counts) {
            count += inBucket
            sample(labels + [("le", bound.description)], Double(count), suffix: "_bucket")
        }
        sample(labels + [("le", "+Inf")], Double(values.count), suffix: "_bucket")
        sample(labels, values.sum, suffix: "_sum")
        sample(labels, Double(values.count), suffix: "_count")
    }

    private static func escape(_ value: String) -> String {
        var result = ""
        for character in value {
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }
}
