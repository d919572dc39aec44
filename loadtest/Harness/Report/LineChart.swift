import Foundation

/// A chart of lines, drawn as SVG that needs nothing beside itself.
struct LineChart {
    /// One line.
    struct Series {
        let name: String
        let color: String
        let points: [(x: Double, y: Double)]
    }

    let title: String
    let xLabel: String
    let yLabel: String
    let series: [Series]
    /// What stands at places of the horizontal axis; nil for plain numbers.
    var ticks: [(x: Double, text: String)]?

    private static let width = 720.0
    private static let height = 280.0
    private static let left = 64.0
    private static let bottom = 40.0
    /// Room above the highest grid line for what the vertical axis counts.
    private static let top = 26.0
    private static let right = 16.0

    /// The SVG, behind its title; a sentence where there is nothing to draw.
    var html: String {
        let points = series.flatMap(\.points)
        guard points.count > 1, let lowX = points.map(\.x).min(), let highX = points.map(\.x).max(), highX > lowX
        else { return "<h2>\(title.escaped)</h2><p>Nothing was measured.</p>" }
        let highest = max(points.map(\.y).max() ?? 1, 1e-9)
        let stepY = Self.step(for: highest, atMost: 5)
        let highY = (highest / stepY).rounded(.up) * stepY
        var body = grid(highY, step: stepY)
        for (x, text) in ticks ?? Self.ticks(from: lowX, to: highX) {
            let place = Self.placeX(x, lowX, highX)
            body += "<text x='\(Self.round(place))' y='\(Self.height - Self.bottom + 16)' text-anchor='middle'>"
            body += "\(text.escaped)</text>"
        }
        for line in series where !line.points.isEmpty {
            let path = line.points.map { point in
                "\(Self.round(Self.placeX(point.x, lowX, highX))),\(Self.round(Self.placeY(point.y, highY)))"
            }.joined(separator: " ")
            body += "<polyline fill='none' stroke='\(line.color)' stroke-width='1.6' points='\(path)'/>"
        }
        body += "<text x='\(Self.width / 2)' y='\(Self.height - 6)' text-anchor='middle'>\(xLabel.escaped)</text>"
        body += "<text x='4' y='10'>\(yLabel.escaped)</text>"
        let keys = series.map { "<span style='color:\($0.color)'>&#9644; \($0.name.escaped)</span>" }
        return "<h2>\(title.escaped)</h2><p class='keys'>\(keys.joined(separator: " &nbsp; "))</p>"
            + "<svg viewBox='0 0 \(Self.width) \(Self.height)' role='img' aria-label='\(title.escaped)'>\(body)</svg>"
    }

    private func grid(_ highY: Double, step: Double) -> String {
        stride(from: 0, through: highY + step / 2, by: step).map { value in
            let y = Self.round(Self.placeY(value, highY))
            return "<line x1='\(Self.left)' x2='\(Self.width - Self.right)' y1='\(y)' y2='\(y)' class='grid'/>"
                + "<text x='\(Self.left - 6)' y='\(y + 4)' text-anchor='end'>\(Self.short(value))</text>"
        }.joined()
    }

    private static func ticks(from low: Double, to high: Double) -> [(x: Double, text: String)] {
        let step = step(for: high - low, atMost: 8)
        return stride(from: (low / step).rounded(.up) * step, through: high, by: step).map { ($0, short($0)) }
    }

    /// A round distance of ticks (1, 2 or 5 times a power of ten), so that at most `count` of them reach over `span`.
    private static func step(for span: Double, atMost count: Double) -> Double {
        let least = span / count
        let power = pow(10, log10(least).rounded(.down))
        return ([1, 2, 5].first { $0 * power >= least } ?? 10) * power
    }

    private static func placeX(_ x: Double, _ low: Double, _ high: Double) -> Double {
        left + (x - low) / (high - low) * (width - left - right)
    }

    private static func placeY(_ y: Double, _ high: Double) -> Double {
        height - bottom - y / high * (height - bottom - top)
    }

    private static func round(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func short(_ value: Double) -> String {
        String(format: value >= 100 || value == value.rounded() ? "%.0f" : value >= 1 ? "%.1f" : "%.2f", value)
    }
}

extension String {
    /// The text with what HTML gives a meaning to replaced.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("'", with: "&#39;").replacing("\"", with: "&quot;")
    }
}

extension RunReport {
    /// The logarithm to base 10.
    static func logarithm(_ value: Double) -> Double { log10(value) }
}
