package evidence

import "strings"

// frenchMoved is englishMoved for French.
func frenchMoved() string {
	return conjugated(`vers donn dépens débours distribu inject apport consacr accord lev récolt contribu gagn touch transfér
		envoy prêt allou empoch encaiss récompens financ dilapid rembours collect pay`, "e es ent er é ée és ées ait aient a era eront erait ant") +
		` paie paient paiera paieraient verserait recevoir reçoit reçoivent reçu reçue reçus reçues recevait recevra investir investi investie investis
		investit investissent investissait offrir offre offrent offert offerte offerts offrait promettre promet promettent promis promise promises
		percevoir perçoit perçu perçue perçus remettre remet remis remise remises fournir fournit fourni fournie fournis fournies mettre met mis mise
		obtenir obtient obtenu obtenue obtenus perdre perd perdu perdue perdus faire fait faite faits engager engagé engagés engage`
}

func frenchAround() aroundWords {
	return aroundWords{
		before: phrasesOf(map[Doubt]string{
			Computed: `double|triple|quadruple|quintuple de|des|du, double|triple|quadruple|quintuple de ses|ces|leurs|son, moitié|tiers|quart|quarts|cinquième|cinquièmes|dixième|dixièmes de|des|du,
			moitié|tiers|quart|quarts|cinquième|cinquièmes|dixième|dixièmes de ses|ces|leurs|son|ce, fraction|partie|part|majorité|plupart|reste de|des|du, fraction|partie|part|majorité|plupart|reste de ses|ces|leurs|son,
			fois les|le|la?, fois plus|moins que, pour cent de|des|du, % de|des|du`,
			Denied: `non, aucun|aucune des, loin de|des|du, au lieu de|des|du, plutôt que les|le?, plutôt que de, ni, pas, pas les|le, jamais, tout sauf`,
			Unread: `estimé|estimée|estimés|estimées|évalué|évaluée|évalués|évaluées|chiffré|chiffrée|chiffrés|chiffrées à, soi - disant, peut - être, sans doute, flirte|flirtent|flirtait avec les|le?, frise|frisent les|le?, ou,
			quelque chose comme, probablement, possiblement`,
			NoDoubt: "une fois, pas seulement|uniquement|que|moins|mal, plus que jamais, n' a|ont|avait|avaient plus que",
		}),
		after: phrasesOf(map[Doubt]string{
			Computed: `chacun, chacune, pièce, l' unité, par tête, multiplié|multipliés|multipliée|multipliées|divisé|divisés|divisée|divisées par,
			de plus|moins que, de plus|moins qu', en plus|moins`,
			Unread: `max, maxi, min, mini, grand maximum, env, approx, peut - être, voire, sinon, supplémentaires, supplémentaire, estimé, estimés, estimée, estimées, supposé, supposés,
			présumé, présumés, prétendu, prétendus, équivalent, à peu, près, au mieux|pire, en théorie, de plus|moins, sans doute, et des poussières`,
		}),
		noRateAfter: strings.Fields("le ce un du au les ces des"),
		apiece:      []string{"chacun", "chacune"},

		denials: phrasesOf(map[denialKind]string{
			negates: "pas, jamais, nullement, aucunement, guère, ni, n' a|ont|avait|avaient|est|sont plus",
			refuses: `nie|nient|nié|niant|niait, dément|démentent|démenti|démentait, refuse|refusent|refusé|refusait de, renonce|renoncé|renonçant à,
			abstient|abstenu|abstiennent de, au lieu de, plutôt que de?, sans, évite|évité|évitant de, reste|restent à, loin de`,
			disowns: `personne n'|ne, nul|nulle n'|ne, rien n'|ne, aucun, aucune, faux que|qu', faux de dire que|qu', inexact que|qu'`,
			clears: `pas seulement|uniquement|que|moins|mal, hésite|hésitent|hésitait|hésité|hésitera pas à, pas hésité à, plus que jamais, n' a|ont|avait|avaient plus que, jamais autant,
			pas le|la seul|seule|premier|première|dernier|dernière, sans doute, sans dire|expliquer|préciser, sans aucun doute, aucun doute`,
		}),
		negation: listOf(`n' a|ont|avait|avaient|aurait|auraient|est|étaient|était pas|jamais|guère,
		ne sont|seront|sera|serait|seraient|fut|furent pas|jamais|guère`),
		untrue: listOf(`est|sont|était|étaient faux|fausse|fausses|inexact|inexacte|inexacts|inexactes|erroné|erronée|erronés|erronées|fantaisiste|fantaisistes|inventé|inventés,
		n' existe|existent pas|guère, n' a|ont jamais|pas existé`),
		reaching: listOf("atteint|atteignent|atteignait|atteindre|atteindra les|le|la?, atteint|atteindre|atteignent la|le barre|cap|seuil de|des|du"),
		openers:  []string{"n'", "ne"},
		light: words(`le la les l' un une des du de d' à au aux ses son sa leurs leur ces ce encore été être avoir eu même vraiment réellement déjà
		a ont avait avaient aurait auraient est sont était étaient sera seront fut furent ait aient peut peuvent pu pourra pourrait veut veulent voulu
		voulait doit dû devra souhaite souhaité compte accepté accepte fini par prévu prévoit cherche cherché va vont lui leur y en se s' il elle personnellement
		directement pas jamais`),
		anew:  strings.Fields("a ont avait avaient est sont"),
		moved: words(frenchMoved()),
		clauses: strings.Fields(`qui dont où mais et car si lorsque lorsqu' quand alors puisque tandis donc or
		sauf`),
		and:     []string{"et"},
		lasting: strings.Fields("depuis pendant durant en sous après avant voilà voici a dans"),
		times:   strings.Fields("minute minutes heure heures jour jours semaine semaines mois an ans année années trimestre trimestres siècle siècles"),

		harmless: words(frenchMoved(), `le la les l' un une des du de d' ces ses leurs leur son sa cet ce cette nos vos notre votre mes aux au à
		pour avec par contre dans en sur depuis pendant après avant entre chez parmi dès et mais que qu' qui dont puis donc car où si quand
		soit a ont avait avaient est sont était étaient sera seront fut furent aura auront aurait serait seraient
		déjà ainsi aussi désormais enfin ensuite hier seulement uniquement personnellement directement finalement récemment notamment automatiquement
		même précisément coûte coûtent coûtait vaut valent valait compte comptent comptait totalise totalisent représente représentent
		atteint atteignent atteignait atteindre rapporte rapportent affiche affichent possède possèdent fait font dit disent écrit
		ne n' faut fallait faudra vend vendu achète acheté tenu perd cite citent nomme concerne concernent vise visent parrainant parraine cible ciblent revendique revendiquent annonce annoncent tous toutes toute
		lui y c' il elle ils elles on`),
		articles: strings.Fields("le la les l' un une des ces ses leurs cet ce cette nos vos de quelques d'"),
		forms:    []string{"é", "ée", "és", "ées", "er", "ait", "aient", "ant"},
		ranks:    strings.Fields("derniers dernières prochains prochaines premiers premières autres mêmes seuls seules"),
		bounding: words(`dépasse dépassent dépassait dépassera dépassant dépassé dépasser excède excèdent excédant excédé excéder franchi franchit franchir
		franchissant passé passer atteint atteignent atteignait atteindra dépasserait avoisine avoisinent avoisinait avoisinant avoisiner frôle frôlent
		frôlant approche approchent approchant plafonné plafonnée plafonnés plafonnées supérieur supérieure supérieurs supérieures inférieur
		inférieure inférieurs inférieures`),
		stronger: strings.Fields("bien largement nettement beaucoup désormais déjà très clairement"),
		adverb:   "ment",
		or:       []string{"ou"},

		dateBefore: phrasesOf(map[Doubt]string{
			Unread: `peut - être le|la|en?, probablement le|la|en?, possiblement le|la|en?, sans doute le|la|en?, ou le|la|en|bien?, soit le?, la? semaine|quinzaine du|de,
			le? week - end du|de`,
			Denied:   "pas, jamais, non, non pas le?",
			Computed: `peu|juste|bien|jours|semaines|mois|heures|jour|semaine|ans|an|longtemps avant|après le|la?, le? surlendemain du|de, l'? avant - veille du|de`,
		}),
		dateLead: strings.Fields("le la en au ce"),
		ofNoun:   strings.Fields("du de des d' ce cette"),
		that:     []string{"que", "qu'"},
		dateBehind: phrasesOf(map[Doubt]string{
			Unread: "ou, peut - être, environ, probablement, sans doute, au mieux, à peu près",
		}),
	}
}
