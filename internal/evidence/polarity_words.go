package evidence

import "strings"

func englishPolarity() polarityWords {
	return polarityWords{
		negations: setOf("not never no nobody none nothing nowhere nor neither without cannot non"),
		noNegation: phraseTableOf(`not only, not just, not merely, not simply, no doubt, no matter, no less, no fewer, not less than, not fewer than, not hesitate, not hesitated,
			not to mention, not least, why not, whether or not, not yet known`),
		contraction: true,
		refusals: setOf(`deny denies denied denying denial denials reject rejects rejected rejecting rejection refuse refuses refused refusing
			refusal dispute disputes disputed disputing refute refutes refuted refuting dismiss dismisses dismissed dismissing
			contests contested contesting decline declines declined declining disavow disavows disavowed`),
		governed:     setOf("that to having accusation accusations allegation allegations charge charges claim claims idea report reports"),
		governedNext: setOf("it this any all such"),
		doubts: setOf(`may might could would should allegedly supposedly reportedly purportedly possibly perhaps potentially probably
			presumably apparently alleged supposed purported possible potential probable presumed seems seem seemed seemingly likely
			unlikely if unless whether`),
		noDoubtAlone: setOf("would should whether"),
		weakDoubts:   setOf("could would should if unless whether likely potential potentially possible probable may seem seems seemed"),
		doubtful: phraseTableOf(`said to, remains to be, accused of, open to question, in doubt, unclear whether, unclear if, uncertain whether,
			uncertain if, questionable whether, doubtful, doubt that, doubts that, doubted that, doubting that, doubt whether, doubts whether,
			doubted whether, doubt if, doubts if, rumored to, rumoured to, rumored that, rumoured that, reputed to, reputedly, rumor has it,
			rumour has it, believed to, thought to, presumed to, suspected of, suspected to, would have, not clear whether, not clear if,
			not certain whether`),
		noDoubts:   phraseTableOf("as if, if not, may day, likely to vote"),
		monthOfMay: "may",
		soft: setOf(`fail fails failed failing unable hardly barely scarcely incapable impossible stop stops stopped prevent prevents
			prevented avoid avoids avoided yet lacks lacked end ends ended halt halts halted cease ceases
			ceased quit quits discontinue discontinued suspend suspends suspended devoid infrequently`),
		softWords: []affixes{{"un", strings.Fields("able ed en ful fit clear sure certain")}, {"in", ables}, {"im", ables}, {"ir", ables}, {"non", nil}},
		noSoft:    setOf("united unlisted uncovered unveiled unleashed underlined undermined understated undertaken none nonetheless"),
		undone: phraseTableOf(`rarely, seldom, hardly ever, scarcely ever, almost never, failed to, fails to, fail to, failing to, unable to,
			neglected to, neglects to, has yet to, have yet to, had yet to`),
		undoneVerb: phraseTableOf(`stop, stops, stopped, cease, ceases, ceased, quit, quits, far from, refrain from, refrains from, refrained from,
			abstained from, abstains from, kept from, keeps from`),
		verbEnds:  []string{"ing"},
		opposites: oppositesOf(1),
	}
}

func frenchPolarity() polarityWords {
	return polarityWords{
		negations: setOf("pas jamais aucun aucune aucunement nullement guère ni sans non nul nulle"),
		withNe:    setOf("plus rien personne nulle"),
		ne:        setOf("ne n"),
		noNegation: phraseTableOf(`pas seulement, pas uniquement, sans doute, sans aucun doute, que jamais, si jamais, pas hésité, pas hésiter, pas moins de, pas moins d,
			sans parler, un pas, premier pas, nouveau pas, chaque pas, sans compter, pas que, n ' hésite pas, ne peut que, non plus`),
		refusals: setOf(`nie nient nié niée niait nier niant dément démentent démenti démentie démentir démentait rejette rejettent rejeté
			rejetée rejetés rejetées rejeter rejetant rejetait rejet refuse refusent refusé refusée refuser refusant refusait refus conteste
			contestent contesté contestée contester contestait récuse récusent récusé récuser réfute réfutent réfuté réfuter décline
			décliné décliner débouté déboutée débouter`),
		doubts: setOf(`pourrait pourraient pourrais serait seraient aurait auraient devrait devraient prétendument supposément potentiellement
			éventuellement probablement apparemment possible possibles probable probables présumé présumée présumés présumées supposé supposée
			supposés supposées semble semblent semblait potentiel potentielle potentiels potentielles si`),
		weakDoubts:   setOf("si serait seraient aurait auraient"),
		noDoubtAlone: setOf("devrait devraient"),
		doubtEnds:    []string{"erait", "eraient", "drait", "draient", "vrait", "vraient"},
		doubtful: phraseTableOf(`peut - être, reste à, restent à, accusé de, accusée de, accusés de, reste encore à, soupçonné de, s ' il, s ' ils,
			soupçonnée de, soupçonnés de, doute que, doutent que, doutait que, on ignore si, la rumeur, réputé, réputée, passe pour`),
		noDoubts: phraseTableOf("si bien que, même si"),
		soft: setOf(`échoue échouent échoué échouer incapable incapables impossible empêche empêchent empêché empêcher évite évitent évité
			éviter rarement cesse cessent cessé arrête arrêté dépourvu dépourvue`),
		softWords: []affixes{{"in", ables}, {"im", ables}, {"ir", ables}},
		undone:    phraseTableOf("rarement, échoue à, échouent à, échoué à, incapable de, incapables de"),
		undoneVerb: phraseTableOf(`cesse de, cessent de, cessé de, arrête de, arrêtent de, arrêté de, loin d ', loin de, loin de s ', s ' abstient de,
			s ' abstiennent de, abstenu de, abstenue de`),
		verbEnds:  []string{"er", "ir", "re", "voir"},
		opposites: oppositesOf(0),
	}
}

var ables = strings.Fields("able ables ible ibles")

// oppositePairs are words with opposite meanings, one pair a line: those of one side
// in French and in English, then those of the other. Only words that have one meaning
// stand here. A sentence of ours, which says more than its quote, may have those of a
// line with "=" of something else.
const oppositePairs = `
ami amie amis amies allié alliée alliés | friend friends ally allies friendly / ennemi ennemie ennemis adversaire adversaires | enemy enemies foe foes opponent opponents adversary
gagne gagné gagner gagnait remporte remporté victoire | win wins won winning victory / perd perdu perdre perdait perdent défaite | lose loses lost losing defeat
légal légale légaux légales légalité légalement | legal lawful legality legally lawfully / illégal illégale illégaux illégales illégalité illégalement | illegal unlawful illegality illegally unlawfully
constitutionnel constitutionnelle | constitutional / inconstitutionnel inconstitutionnelle | unconstitutional
public publique publics publiques | public / privé privée privés privées | private
soutien soutient soutenir soutenu soutenait soutiens | support supports supported supporting backs backed backing / oppose opposé opposer opposition opposait | oppose opposes opposed opposing opposition
achat achats acheter achète acheté racheté racheter rachat | buy buys bought buying purchase purchased / vente ventes vendre vend vendu vendus vendue vendent | sell sells sold selling sale sales
hausse augmenté augmente augmenter augmentation | rise rises rose risen increase increases increased / baisse baissé baisser diminué diminue diminution réduit | fall falls fell fallen decrease decreases decreased cut reduced
= avant | before / après | after
pro | pro / anti | anti
= nouveau nouvel nouvelle nouveaux nouvelles | new / ancien ancienne anciens anciennes | old former previous
vrai vraie vrais vraies | true / faux fausse fausses | false untrue
facile faciles facilement | easy easily / difficile difficiles difficilement | difficult hard
accepté accepte accepter acceptait accueilli | accept accepts accepted accepting upheld granted grants / rejette rejettent rejeté rejetée rejeter refuse refusé refuser | reject rejects rejected rejecting refuse refuses refused
autorise autorisé autoriser autorisation permet permis | allow allows allowed permit permits permitted authorised authorized permission / interdit interdire interdite interdiction | ban bans banned forbid forbids forbidden prohibited prohibition
= proche proches près | close near / loin éloigné éloignée éloignés éloignées | far distant remote
hostilité hostile hostiles | hostility hostile / sympathie sympathique bienveillance | sympathy friendliness goodwill
défend défendant défendre défendu | defend defends defending defended / attaque attaquant attaquer attaqué | attack attacks attacking attacked
convaincre convaincu convainc persuader | convince convinces convincing persuade / dissuader dissuade dissuadé | dissuade dissuades dissuading deter discourage
coupable coupables condamné condamnée | guilty convicted / innocent innocente innocents acquitté acquittée relaxé | innocent acquitted cleared
= début débute commence | start starts begins beginning early / fin finit termine | end ends late
= majorité | majority / minorité | minority
= riche riches | rich wealthy richest / pauvre pauvres | poor poorest
= premier première premiers premières | first / dernier dernière derniers dernières | last
= démocrate démocrates | democratic democrat democrats / républicain républicaine républicains républicaines | republican republicans
= ouvert ouverte ouvre | open opens opened / fermé fermée ferme | closed closes shut
= parfaitement entièrement totalement | perfectly entirely fully totally / partiellement | partly partially
= meilleur meilleure meilleurs meilleures | best better / pire pires | worst worse
= jour jours quotidien | day days daily / nuit nuits | night nights
créer créé crée création | create created creating creates / supprimer supprimé supprime suppression | delete deleted remove removed
`
