package co.litper.cerebro.cluster.redis;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;

/** A document as bytes. */
final class DocumentBytes {
    private static final int VERSION = 1;

    private DocumentBytes() {}

    static byte[] of(Document document) {
        return new WireWriter()
                .octet(VERSION)
                .fixed64(document.id())
                .text(document.merchant().value())
                .text(document.person().value())
                .text(document.kind())
                .fixed64(document.atMs())
                .text(document.text())
                .bytes(document.payload())
                .toBytes();
    }

    static Document read(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        WireVersions.require("document", in.octet(), VERSION);
        long id = in.fixed64();
        MerchantId merchant = new MerchantId(in.text());
        String person = in.text();
        return new Document(
                id,
                merchant,
                person.isEmpty() ? PersonRef.NONE : new PersonRef(person),
                in.text(),
                in.fixed64(),
                in.text(),
                in.bytes());
    }
}
