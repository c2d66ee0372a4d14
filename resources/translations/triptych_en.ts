<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n source</numerusform>
        <numerusform>%n sources</numerusform>
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
      <source>%n event(s)</source>
      <translation>
        <numerusform>%n event</numerusform>
        <numerusform>%n events</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>self.window</name>
    <message numerus="yes">
      <source>%n check(s) failed</source>
      <translation>
        <numerusform>%n check failed</numerusform>
        <numerusform>%n checks failed</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>comparing</name>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n source</numerusform>
        <numerusform>%n sources</numerusform>
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
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
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
      <source>%n update(s)</source>
      <translation>
        <numerusform>%n update</numerusform>
        <numerusform>%n updates</numerusform>
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
      <source>%n conflict(s)</source>
      <translation>
        <numerusform>%n conflict</numerusform>
        <numerusform>%n conflicts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) not judged</source>
      <translation>
        <numerusform>%n pair not judged</numerusform>
        <numerusform>%n pairs not judged</numerusform>
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
</TS>