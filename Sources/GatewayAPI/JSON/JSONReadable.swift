/// What is read from JSON field by field.
///
/// A field that is missing or of the wrong kind is noted in the reader; the value is nil then. Fields that are not
/// known are the caller's to judge.
package protocol JSONReadable {
    init?(reading fields: inout JSONFields)
}

extension JSONReadable {
    /// Reads a whole text, fields that are not known passed over.
    ///
    /// - Throws: ``JSONError`` when it is no JSON or does not fit.
    package init(json text: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var fields = JSONFields(try JSONParser.parse(text))
        guard let value = Self(reading: &fields) else {
            let message = fields.faults.first?.message ?? "it does not fit"
            throw JSONError(message: message, offset: 0)
        }
        self = value
    }
}
