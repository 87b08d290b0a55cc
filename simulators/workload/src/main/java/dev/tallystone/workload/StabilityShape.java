package dev.tallystone.workload;

/** InvokeModel of a Stability image model: one to four images, and nobody counts tokens. */
record StabilityShape() implements CallShape {

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        text.json(REQUEST).json("{'prompt':'").utf8(Phrases.question(dice));
        text.json("','mode':'text-to-image','aspect_ratio':'1:1','output_format':'png'}},");

        long images = dice.between(1, 4);
        text.json(RESPONSE).json("{'seeds':[").number(dice.between(1, 1_000_000));
        repeat(text, images, ",7");
        text.json("],'finish_reasons':[null");
        repeat(text, images, ",null");
        text.json("],'images':['<omitted>'");
        repeat(text, images, ",'<omitted>'");
        text.json("]}},");
        truth.images(images);
    }

    private static void repeat(RecordText text, long images, String further) {
        for (long image = 1; image < images; image++) {
            text.json(further);
        }
    }
}
