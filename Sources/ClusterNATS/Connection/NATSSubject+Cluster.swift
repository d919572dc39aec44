public import Cluster

extension NATSSubject {
    /// What is meant for one node of a cluster.
    public static func node(_ node: NodeID, of cluster: String) -> NATSSubject {
        NATSSubject("sundial.\(word(cluster)).node.\(word(node.name))")
    }

    /// What is meant for all nodes of a cluster.
    public static func topic(_ topic: BroadcastTopic, of cluster: String) -> NATSSubject {
        NATSSubject("sundial.\(word(cluster)).topic.\(word(topic.text))")
    }

    /// A name as one word of a subject: bytes that mean something to NATS become `%` and two hexadecimal digits.
    static func word(_ name: String) -> String {
        var word = ""
        for byte in name.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_".contains(Character(scalar))
            {
                word.unicodeScalars.append(scalar)
            } else {
                word += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return word
    }
}
