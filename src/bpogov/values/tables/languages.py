"""Languages: code (two letters where there are), three-letter codes and English name; tags of named variants.

Source: BCP 47 with ISO 639-1 and ISO 639-3; codes: pycountry 26.2.16 (Debian iso-codes); English names: Unicode
CLDR by way of babel 2.18.0.
Facts only. Generated: run `python tools/make_tables.py` instead of editing.
"""

LANGUAGES = """\
aa aar Afar; ab abk Abkhazian; ace ace Acehnese; ach ach Acoli; ada ada Adangme; ady ady Adyghe; ae ave Avestan; aeb aeb
Tunisian Arabic; af afr Afrikaans; afh afh Afrihili; agq agq Aghem; ain ain Ainu; ak aka Akan; akk akk Akkadian; akz akz
Alabama; ale ale Aleut; aln aln Gheg Albanian; alt alt Southern Altai; am amh Amharic; an arg Aragonese; ang ang Old
English; ann ann Obolo; anp anp Angika; ar ara Arabic; arc arc Aramaic; arn arn Mapuche; aro aro Araona; arp arp
Arapaho; arq arq Algerian Arabic; ars ars Najdi Arabic; arw arw Arawak; ary ary Moroccan Arabic; arz arz Egyptian
Arabic; as asm Assamese; asa asa Asu; ase ase American Sign Language; ast ast Asturian; atj atj Atikamekw; av ava
Avaric; avk avk Kotava; awa awa Awadhi; ay aym Aymara; az aze Azerbaijani; ba bak Bashkir; bal bal Baluchi; ban ban
Balinese; bar bar Bavarian; bas bas Basaa; bax bax Bamun; bbc bbc Batak Toba; bbj bbj Ghomala; be bel Belarusian; bej
bej Beja; bem bem Bemba; bew bew Betawi; bez bez Bena; bfd bfd Bafut; bfq bfq Badaga; bg bul Bulgarian; bgc bgc
Haryanvi; bgn bgn Western Balochi; bho bho Bhojpuri; bi bis Bislama; bik bik Bikol; bin bin Bini; bjn bjn Banjar; bkm
bkm Kom; bla bla Siksiká; blo blo Anii; blt blt Tai Dam; bm bam Bambara; bn ben Bangla; bo bod,tib Tibetan; bpy bpy
Bishnupriya; bqi bqi Bakhtiari; br bre Breton; bra bra Braj; brh brh Brahui; brx brx Bodo; bs bos Bosnian; bss bss
Akoose; bua bua Buriat; bug bug Buginese; bum bum Bulu; byn byn Blin; byv byv Medumba; ca cat Catalan; cad cad Caddo;
car car Carib; cay cay Cayuga; cch cch Atsam; ccp ccp Chakma; ce che Chechen; ceb ceb Cebuano; cgg cgg Chiga; ch cha
Chamorro; chb chb Chibcha; chg chg Chagatai; chk chk Chuukese; chm chm Mari; chn chn Chinook Jargon; cho cho Choctaw;
chp chp Chipewyan; chr chr Cherokee; chy chy Cheyenne; cic cic Chickasaw; ckb ckb Central Kurdish; clc clc Chilcotin; co
cos Corsican; cop cop Coptic; cps cps Capiznon; cr cre Cree; crg crg Michif; crh crh Crimean Tatar; crj crj Southern
East Cree; crk crk Plains Cree; crl crl Northern East Cree; crm crm Moose Cree; crr crr Carolina Algonquian; crs crs
Seselwa Creole French; cs ces,cze Czech; csb csb Kashubian; csw csw Swampy Cree; cu chu Church Slavic; cv chv Chuvash;
cy cym,wel Welsh; da dan Danish; dak dak Dakota; dar dar Dargwa; dav dav Taita; de deu,ger German; del del Delaware; den
den Slave; dgr dgr Dogrib; din din Dinka; dje dje Zarma; doi doi Dogri; dsb dsb Lower Sorbian; dtp dtp Central Dusun;
dua dua Duala; dum dum Middle Dutch; dv div Divehi; dyo dyo Jola-Fonyi; dyu dyu Dyula; dz dzo Dzongkha; dzg dzg Dazaga;
ebu ebu Embu; ee ewe Ewe; efi efi Efik; egl egl Emilian; egy egy Ancient Egyptian; eka eka Ekajuk; el ell,gre Greek; elx
elx Elamite; en eng English; enm enm Middle English; eo epo Esperanto; es spa Spanish; esu esu Central Yupik; et est
Estonian; eu eus,baq Basque; ewo ewo Ewondo; ext ext Extremaduran; fa fas,per Persian; fan fan Fang; fat fat Fanti; ff
ful Fula; fi fin Finnish; fil fil Filipino; fit fit Tornedalen Finnish; fj fij Fijian; fo fao Faroese; fon fon Fon; fr
fra,fre French; frc frc Cajun French; frm frm Middle French; fro fro Old French; frp frp Arpitan; frr frr Northern
Frisian; frs frs Eastern Frisian; fur fur Friulian; fy fry Western Frisian; ga gle Irish; gaa gaa Ga; gag gag Gagauz;
gan gan Gan Chinese; gay gay Gayo; gba gba Gbaya; gbz gbz Zoroastrian Dari; gd gla Scottish Gaelic; gez gez Geez; gil
gil Gilbertese; gl glg Galician; glk glk Gilaki; gmh gmh Middle High German; gn grn Guarani; goh goh Old High German;
gon gon Gondi; gor gor Gorontalo; got got Gothic; grb grb Grebo; grc grc Ancient Greek; gsw gsw Swiss German; gu guj
Gujarati; guc guc Wayuu; gur gur Frafra; guz guz Gusii; gv glv Manx; gwi gwi Gwich'in; ha hau Hausa; hai hai Haida; hak
hak Hakka Chinese; haw haw Hawaiian; hax hax Southern Haida; he heb Hebrew; hi hin Hindi; hif hif Fiji Hindi; hil hil
Hiligaynon; hit hit Hittite; hmn hmn Hmong; hnj hnj Hmong Njua; ho hmo Hiri Motu; hr hrv Croatian; hsb hsb Upper
Sorbian; hsn hsn Xiang Chinese; ht hat Haitian Creole; hu hun Hungarian; hup hup Hupa; hur hur Halkomelem; hy hye,arm
Armenian; hz her Herero; ia ina Interlingua; iba iba Iban; ibb ibb Ibibio; id ind Indonesian; ie ile Interlingue; ig ibo
Igbo; ii iii Sichuan Yi; ik ipk Inupiaq; ikt ikt Western Canadian Inuktitut; ilo ilo Iloko; inh inh Ingush; io ido Ido;
is isl,ice Icelandic; it ita Italian; iu iku Inuktitut; izh izh Ingrian; ja jpn Japanese; jam jam Jamaican Creole
English; jbo jbo Lojban; jgo jgo Ngomba; jmc jmc Machame; jpr jpr Judeo-Persian; jrb jrb Judeo-Arabic; jut jut Jutish;
jv jav Javanese; ka kat,geo Georgian; kaa kaa Kara-Kalpak; kab kab Kabyle; kac kac Kachin; kaj kaj Jju; kam kam Kamba;
kaw kaw Kawi; kbd kbd Kabardian; kbl kbl Kanembu; kcg kcg Tyap; kde kde Makonde; kea kea Kabuverdianu; ken ken Kenyang;
kfo kfo Koro; kg kon Kongo; kgp kgp Kaingang; kha kha Khasi; kho kho Khotanese; khq khq Koyra Chiini; khw khw Khowar; ki
kik Kikuyu; kiu kiu Kirmanjki; kj kua Kuanyama; kk kaz Kazakh; kkj kkj Kako; kl kal Kalaallisut; kln kln Kalenjin; km
khm Khmer; kmb kmb Kimbundu; kn kan Kannada; ko kor Korean; koi koi Komi-Permyak; kok kok Konkani; kos kos Kosraean; kpe
kpe Kpelle; kr kau Kanuri; krc krc Karachay-Balkar; kri kri Krio; krj krj Kinaray-a; krl krl Karelian; kru kru Kurukh;
ks kas Kashmiri; ksb ksb Shambala; ksf ksf Bafia; ksh ksh Colognian; ku kur Kurdish; kum kum Kumyk; kut kut Kutenai; kv
kom Komi; kw cor Cornish; kwk kwk Kwak'wala; kxv kxv Kuvi; ky kir Kyrgyz; la lat Latin; lad lad Ladino; lag lag Langi;
lah lah Western Panjabi; lam lam Lamba; lb ltz Luxembourgish; lez lez Lezghian; lfn lfn Lingua Franca Nova; lg lug
Ganda; li lim Limburgish; lij lij Ligurian; lil lil Lillooet; liv liv Livonian; lkt lkt Lakota; lmo lmo Lombard; ln lin
Lingala; lo lao Lao; lol lol Mongo; lou lou Louisiana Creole; loz loz Lozi; lrc lrc Northern Luri; lsm lsm Saamia; lt
lit Lithuanian; ltg ltg Latgalian; lu lub Luba-Katanga; lua lua Luba-Lulua; lui lui Luiseno; lun lun Lunda; luo luo Luo;
lus lus Mizo; luy luy Luyia; lv lav Latvian; lzh lzh Literary Chinese; lzz lzz Laz; mad mad Madurese; maf maf Mafa; mag
mag Magahi; mai mai Maithili; mak mak Makasar; man man Mandingo; mas mas Masai; mde mde Maba; mdf mdf Moksha; mdr mdr
Mandar; men men Mende; mer mer Meru; mfe mfe Morisyen; mg mlg Malagasy; mga mga Middle Irish; mgh mgh Makhuwa-Meetto;
mgo mgo Meta'; mh mah Marshallese; mi mri,mao Māori; mic mic Mi'kmaw; min min Minangkabau; mk mkd,mac Macedonian; ml mal
Malayalam; mn mon Mongolian; mnc mnc Manchu; mni mni Manipuri; moe moe Innu-aimun; moh moh Mohawk; mos mos Mossi; mr mar
Marathi; mrj mrj Western Mari; ms msa,may Malay; mt mlt Maltese; mua mua Mundang; mus mus Muscogee; mwl mwl Mirandese;
mwr mwr Marwari; mwv mwv Mentawai; my mya,bur Burmese; mye mye Myene; myv myv Erzya; mzn mzn Mazanderani; na nau Nauru;
nan nan Min Nan Chinese; nap nap Neapolitan; naq naq Nama; nb nob Norwegian Bokmål; nd nde North Ndebele; nds nds Low
German; ne nep Nepali; new new Newari; ng ndo Ndonga; nia nia Nias; niu niu Niuean; njo njo Ao Naga; nl nld,dut Dutch;
nmg nmg Kwasio; nn nno Norwegian Nynorsk; nnh nnh Ngiemboon; no nor Norwegian; nog nog Nogai; non non Old Norse; nov nov
Novial; nqo nqo N'Ko; nr nbl South Ndebele; nso nso Northern Sotho; nus nus Nuer; nv nav Navajo; nwc nwc Classical
Newari; ny nya Nyanja; nym nym Nyamwezi; nyn nyn Nyankole; nyo nyo Nyoro; nzi nzi Nzima; oc oci Occitan; oj oji Ojibwa;
ojb ojb Northwestern Ojibwa; ojc ojc Central Ojibwa; ojs ojs Oji-Cree; ojw ojw Western Ojibwa; oka oka Okanagan; om orm
Oromo; or ori Odia; os oss Ossetic; osa osa Osage; ota ota Ottoman Turkish; pa pan Punjabi; pag pag Pangasinan; pal pal
Pahlavi; pam pam Pampanga; pap pap Papiamento; pau pau Palauan; pcd pcd Picard; pcm pcm Nigerian Pidgin; pdc pdc
Pennsylvania German; pdt pdt Plautdietsch; peo peo Old Persian; pfl pfl Palatine German; phn phn Phoenician; pi pli
Pali; pis pis Pijin; pl pol Polish; pms pms Piedmontese; pnt pnt Pontic; pon pon Pohnpeian; pqm pqm
Maliseet-Passamaquoddy; prg prg Prussian; pro pro Old Provençal; ps pus Pashto; pt por Portuguese; qu que Quechua; quc
quc K'iche'; qug qug Chimborazo Highland Quichua; raj raj Rajasthani; rap rap Rapanui; rar rar Rarotongan; rgn rgn
Romagnol; rhg rhg Rohingya; rif rif Riffian; rm roh Romansh; rn run Rundi; ro ron,rum Romanian; rof rof Rombo; rom rom
Romany; rtm rtm Rotuman; ru rus Russian; rue rue Rusyn; rug rug Roviana; rup rup Aromanian; rw kin Kinyarwanda; rwk rwk
Rwa; sa san Sanskrit; sad sad Sandawe; sah sah Yakut; sam sam Samaritan Aramaic; saq saq Samburu; sas sas Sasak; sat sat
Santali; saz saz Saurashtra; sba sba Ngambay; sbp sbp Sangu; sc srd Sardinian; scn scn Sicilian; sco sco Scots; sd snd
Sindhi; sdc sdc Sassarese Sardinian; sdh sdh Southern Kurdish; se sme Northern Sami; see see Seneca; seh seh Sena; sei
sei Seri; sel sel Selkup; ses ses Koyraboro Senni; sg sag Sango; sga sga Old Irish; sgs sgs Samogitian; sh hbs
Serbo-Croatian; shi shi Tachelhit; shn shn Shan; shu shu Chadian Arabic; si sin Sinhala; sid sid Sidamo; sk slk,slo
Slovak; sl slv Slovenian; slh slh Southern Lushootseed; sli sli Lower Silesian; sly sly Selayar; sm smo Samoan; sma sma
Southern Sami; smj smj Lule Sami; smn smn Inari Sami; sms sms Skolt Sami; sn sna Shona; snk snk Soninke; so som Somali;
sog sog Sogdien; sq sqi,alb Albanian; sr srp Serbian; srn srn Sranan Tongo; srr srr Serer; ss ssw Swati; ssy ssy Saho;
st sot Southern Sotho; stq stq Saterland Frisian; str str Straits Salish; su sun Sundanese; suk suk Sukuma; sus sus
Susu; sux sux Sumerian; sv swe Swedish; sw swa Swahili; swb swb Comorian; syc syc Classical Syriac; syr syr Syriac; szl
szl Silesian; ta tam Tamil; tce tce Southern Tutchone; tcy tcy Tulu; te tel Telugu; tem tem Timne; teo teo Teso; ter ter
Tereno; tet tet Tetum; tg tgk Tajik; tgx tgx Tagish; th tha Thai; tht tht Tahltan; ti tir Tigrinya; tig tig Tigre; tiv
tiv Tiv; tk tuk Turkmen; tkl tkl Tokelau; tkr tkr Tsakhur; tl tgl Tagalog; tlh tlh Klingon; tli tli Tlingit; tly tly
Talysh; tmh tmh Tamashek; tn tsn Tswana; to ton Tongan; tog tog Nyasa Tonga; tok tok Toki Pona; tpi tpi Tok Pisin; tr
tur Turkish; tru tru Turoyo; trv trv Taroko; trw trw Torwali; ts tso Tsonga; tsd tsd Tsakonian; tsi tsi Tsimshian; tt
tat Tatar; ttm ttm Northern Tutchone; ttt ttt Muslim Tat; tum tum Tumbuka; tvl tvl Tuvalu; tw twi Twi; twq twq Tasawaq;
ty tah Tahitian; tyv tyv Tuvinian; tzm tzm Central Atlas Tamazight; udm udm Udmurt; ug uig Uyghur; uga uga Ugaritic; uk
ukr Ukrainian; umb umb Umbundu; ur urd Urdu; uz uzb Uzbek; vai vai Vai; ve ven Venda; vec vec Venetian; vep vep Veps; vi
vie Vietnamese; vls vls West Flemish; vmf vmf Main-Franconian; vmw vmw Makhuwa; vo vol Volapük; vot vot Votic; vro vro
Võro; vun vun Vunjo; wa wln Walloon; wae wae Walser; wal wal Wolaytta; war war Waray; was was Washo; wbp wbp Warlpiri;
wo wol Wolof; wuu wuu Wu Chinese; xal xal Kalmyk; xh xho Xhosa; xmf xmf Mingrelian; xnr xnr Kangri; xog xog Soga; yao
yao Yao; yap yap Yapese; yav yav Yangben; ybb ybb Yemba; yi yid Yiddish; yo yor Yoruba; yrl yrl Nheengatu; yue yue
Cantonese; za zha Zhuang; zap zap Zapotec; zbl zbl Blissymbols; zea zea Zeelandic; zen zen Zenaga; zgh zgh Standard
Moroccan Tamazight; zh zho,chi Chinese; zu zul Zulu; zun zun Zuni; zza zza Zaza
"""
VARIANTS = """\
de-AT Austrian German; de-CH Swiss High German; en-AU Australian English; en-CA Canadian English; en-GB British English;
en-US American English; es-419 Latin American Spanish; es-ES European Spanish; es-MX Mexican Spanish; fa-AF Dari; fr-CA
Canadian French; fr-CH Swiss French; hi-Latn Hindi (Latin); nds-NL Low Saxon; nl-BE Flemish; pt-BR Brazilian Portuguese;
pt-PT European Portuguese; ro-MD Moldavian; sr-ME Montenegrin; sw-CD Congo Swahili; zh-Hans Simplified Chinese; zh-Hant
Traditional Chinese
"""
