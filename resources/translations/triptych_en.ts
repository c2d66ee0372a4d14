<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>CheckDialog</name>
    <message numerus="yes">
      <source>%n change(s) in the corpus since.</source>
      <translation>
        <numerusform>%n change in the corpus since.</numerusform>
        <numerusform>%n changes in the corpus since.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Every quotation is exact (%n).</source>
      <translation>
        <numerusform>Every quotation is exact (%n).</numerusform>
        <numerusform>Every quotation is exact (%n).</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ClaimsDialog</name>
    <message numerus="yes">
      <source>%n claim(s) more: filter to see them.</source>
      <translation>
        <numerusform>%n claim more: filter to see them.</numerusform>
        <numerusform>%n claims more: filter to see them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n row</numerusform>
        <numerusform>%n rows</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{shown} of %n row(s)</source>
      <translation>
        <numerusform>{shown} of %n row</numerusform>
        <numerusform>{shown} of %n rows</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{shown} of %n row(s), comparing…</source>
      <translation>
        <numerusform>{shown} of %n row, comparing…</numerusform>
        <numerusform>{shown} of %n rows, comparing…</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message numerus="yes">
      <source>%n about a source here</source>
      <translation>
        <numerusform>%n about a source here</numerusform>
        <numerusform>%n about a source here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n reference(s)</source>
      <translation>
        <numerusform>%n reference</numerusform>
        <numerusform>%n references</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message numerus="yes">
      <source>%n check(s) failed</source>
      <translation>
        <numerusform>%n check failed</numerusform>
        <numerusform>%n checks failed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s) suggested beside the text.</source>
      <translation>
        <numerusform>%n claim suggested beside the text.</numerusform>
        <numerusform>%n claims suggested beside the text.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more file(s) were refused.</source>
      <translation>
        <numerusform>%n more file were refused.</numerusform>
        <numerusform>%n more files were refused.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) with this claim had been judged before the change. What was judged stays in force; “Judge…” shows it.</source>
      <translation>
        <numerusform>%n pair with this claim had been judged before the change. What was judged stays in force; “Judge…” shows it.</numerusform>
        <numerusform>%n pairs with this claim had been judged before the change. What was judged stays in force; “Judge…” shows it.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NextConflict</name>
    <message numerus="yes">
      <source>Next of %n disagreement(s)</source>
      <translation>
        <numerusform>Next of %n disagreement</numerusform>
        <numerusform>Next of %n disagreements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>on %n event(s)</source>
      <translation>
        <numerusform>on %n event</numerusform>
        <numerusform>on %n events</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PageStack</name>
    <message numerus="yes">
      <source>%n page(s) shown</source>
      <translation>
        <numerusform>%n page shown</numerusform>
        <numerusform>%n pages shown</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SearchPanel</name>
    <message numerus="yes">
      <source>%n passage(s)</source>
      <translation>
        <numerusform>%n passage</numerusform>
        <numerusform>%n passages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The best %n passage(s) among the first 2,000</source>
      <translation>
        <numerusform>The best %n passage among the first 2,000</numerusform>
        <numerusform>The best %n passages among the first 2,000</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ShareDialog</name>
    <message numerus="yes">
      <source>The copy is in {name}: %n person(s) under another name.</source>
      <translation>
        <numerusform>The copy is in {name}: %n person under another name.</numerusform>
        <numerusform>The copy is in {name}: %n persons under another name.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Whoever has the text of %n awaited original(s) can add it again.</source>
      <translation>
        <numerusform>Whoever has the text of %n awaited original can add it again.</numerusform>
        <numerusform>Whoever has the text of %n awaited originals can add it again.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%n event</numerusform>
        <numerusform>%n events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n passage(s)</source>
      <translation>
        <numerusform>%n passage</numerusform>
        <numerusform>%n passages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n source</numerusform>
        <numerusform>%n sources</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>VoiceForm</name>
    <message numerus="yes">
      <source>%n more note(s) on it in the list of notes</source>
      <translation>
        <numerusform>%n more note on it in the list of notes</numerusform>
        <numerusform>%n more notes on it in the list of notes</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>comparing</name>
    <message numerus="yes">
      <source>%n conflict(s)</source>
      <translation>
        <numerusform>%n conflict</numerusform>
        <numerusform>%n conflicts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n judged before a claim was changed.</source>
      <translation>
        <numerusform>%n judged before a claim was changed.</numerusform>
        <numerusform>%n judged before a claim was changed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n origin(s)</source>
      <translation>
        <numerusform>%n origin</numerusform>
        <numerusform>%n origins</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) agree</source>
      <translation>
        <numerusform>%n pair agree</numerusform>
        <numerusform>%n pairs agree</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) not judged</source>
      <translation>
        <numerusform>%n pair not judged</numerusform>
        <numerusform>%n pairs not judged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) of other scope</source>
      <translation>
        <numerusform>%n pair of other scope</numerusform>
        <numerusform>%n pairs of other scope</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rounding(s)</source>
      <translation>
        <numerusform>%n rounding</numerusform>
        <numerusform>%n roundings</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n source</numerusform>
        <numerusform>%n sources</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n update(s)</source>
      <translation>
        <numerusform>%n update</numerusform>
        <numerusform>%n updates</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>events</name>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n note</numerusform>
        <numerusform>%n notes</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>sheets</name>
    <message numerus="yes">
      <source>%n note(s) added.</source>
      <translation>
        <numerusform>%n note added.</numerusform>
        <numerusform>%n notes added.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood there already.</source>
      <translation>
        <numerusform>%n stood there already.</numerusform>
        <numerusform>%n stood there already.</numerusform>
      </translation>
    </message>
  </context>
</TS>