/// A mean and its confidence interval.
public struct Interval: Hashable, Codable, Sendable {
    /// The estimate.
    public var mean: Double
    /// Half the interval's width.
    public var halfWidth: Double

    /// From independent values of one distribution, by Student's t; of less than two values nothing can be told of the
    /// width, which is then that of the mean itself.
    ///
    /// - Parameter confidence: How likely it is that such an interval holds the true mean, above 0 and below 1.
    public init(_ values: [Double], confidence: Double = 0.95) {
        mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
        guard values.count > 1 else {
            halfWidth = abs(mean)
            return
        }
        let center = mean
        let squares = values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
        let error = (squares / Double(values.count - 1) / Double(values.count)).squareRoot()
        halfWidth = StudentT.quantile((1 + confidence) / 2, freedom: values.count - 1) * error
    }

    /// Shifted by a known figure.
    public static func + (known: Double, interval: Interval) -> Interval {
        var sum = interval
        sum.mean += known
        return sum
    }

    /// Whether a figure lies in it.
    public func contains(_ figure: Double) -> Bool { abs(figure - mean) <= halfWidth }
}
