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

// frenchChange is englishChange for French.
func frenchChange() string {
	return conjugated(`augment baiss grimp chut progress recul diminu gonfl corrig révis rectifi modifi major minor ramen relev abaiss amput rabot doubl tripl distanc devanc
		dépass excéd surestim sousestim minimis exagér rogn réajust chang varie rebondi écrêt économis surpay surfactur resserr creus tomb remont flamb dérap dégringol
		plong allég alourd raccourc surpass manqu`, "e es ent er é ée és ées ait aient a era ant") + ` alourdit alourdissent alourdi monte montent monté bondi bondit bondissent croît croissent crû accru accrue accroît
		croissant croître réduit réduite réduits réduites réduire réduisant revu revue revus revues revoir réduisent descend descendu descendre perdre
		hausse hausses baisse baisses augmentation augmentations diminution retard bond chute recul progression croissance réduction réductions coupe coupes rabais ristourne marge majoration rectification correction dérapage dérive avantage supplément complément
		repli gain erreur ajustement différentiel décalage dépréciation inflation abattement remise décote trop moins`
}

func frenchAround() aroundWords {
	return aroundWords{
		classes: map[role]string{
			isArticle:       `le la les l' un une des du ces ses leurs leur son sa cet ce cette nos vos notre votre mes de d' quelques chaque aux au`,
			isPluralArticle: `les des ces ses leurs nos vos mes aux plusieurs quelques divers diverses différents différentes certains certaines nombreux nombreuses`,
			isFunction: `à pour avec par contre dans en sur depuis pendant après avant entre chez parmi dès et mais que qu' qui dont puis donc car où si quand lorsque soit sous vers selon comme
			ne n' lui y c' ce il elle ils elles on nous vous je se s' m' me t' te ou ni eux tous toutes toute tout ci jusqu' sans durant malgré via hors près envers`,
			isAuxiliary: `a ont avait avaient aurait auraient ai as avons avez aura auront ait aient ayant avoir est sont était étaient sera seront fut furent serait seraient soit été être
			peut peuvent pourrait doit doivent devrait va vont vient viennent`,
			isVerb: frenchMoved() + ` coûte coûtent coûtait coûté coûter vaut valent valait valu compte comptent comptait totalise totalisent représente représentent
			atteint atteignent atteignait atteindre rapporte rapportent affiche affichent possède possèdent dit disent écrit faut fallait faudra vend vendu vendent achète achètent acheté
			tenu perd cite citent nomme concerne concernent vise visent parrainant parraine cible ciblent revendique revendiquent annonce annoncent emploie emploient
			réclame réclament exige exigent demande demandent gagne gagnent paye payent signe signent mobilise mobilisent rassemble rassemblent engloutit engloutissent investit doit doivent
			réunit réunissent recueille recueillent obtient regroupe regroupent embauche embauchent recrute recrutent déclare déclarent place placent brasse brassent pèse pèsent
			absorbe absorbent prélève prélèvent dépose dépose empoche facture croque dévore avale mange économise injecte aligne amasse cumule débloque déclenche distribue dissimule engage enregistre détourne
			escompte estime évalue exporte importe imprime livre loue pioche ponctionne provisionne rafle récupère règle rembourse sollicite transporte utilise vole verse octroie emprunte écoule diffuse loge héberge accueille
			tourne tournent reste restent trouve trouvent envoie envoient mis mise pris prise prend prennent`,
			isMoved: frenchMoved(),
			isPlain: `abord déjà ainsi aussi désormais enfin ensuite hier seulement uniquement personnellement directement finalement récemment notamment automatiquement même précisément exactement
			respectivement conjointement collectivement immédiatement initialement globalement secrètement discrètement publiquement illégalement total totale totaux tous autres autre encore
			derniers dernières prochains prochaines premiers premières premier première dernier dernière mêmes seuls seules
			supplémentaire supplémentaires additionnel additionnels additionnelle additionnelles
			juste disposait dispose disposent disposer bénéficie bénéficient bénéficié bénéficiait hérité hérite héritent écopé écope doté dotée dotés dotées assorti assortie composé composée
			fameux fameuse colossal coquette jolie rondelette modique bagatelle hauteur somme record`,
			isMass: `frais dépenses recettes pertes dettes fonds ressources économies réserves charges bénéfices revenus avoirs actifs honoraires droits coûts intérêts dommages arriérés impôts
			finances subsides gages émoluments appointements biens liquidités capitaux investissements comptes besoins`,
			isWhole:  `totalité intégralité ensemble montant somme versement versements paiement paiements remboursement transfert vol origine source provenance destination perte usage utilisation don dons`,
			isTender: `monnaie monnaies devise devises bitcoin bitcoins cryptomonnaie cryptomonnaies cryptos`,
			isBounding: `dépasse dépassent dépassait dépassera dépassant dépassé dépasser excède excèdent excédant excédé excéder franchi franchit franchir
			franchissant passé passer atteint atteignent atteignait atteindra dépasserait avoisine avoisinent avoisinait avoisinant avoisiner frôle frôlent
			frôlant approche approchent approchant plafonné plafonnée plafonnés plafonnées limité limitée limités limitées supérieur supérieure supérieurs supérieures inférieur
			inférieure inférieurs inférieures estimé estimée estimés estimées évalué évaluée évalués évaluées`,
			isStronger: `bien largement nettement beaucoup désormais déjà très clairement`,
			isMove: `passe passent passé passée passés passer passant passait passera porte portent porté portée portés portées porter portant ramené ramenée ramène ramenés
			hissé hissée monté montée descendu relevé relevée`,
			isLasting: `depuis pendant durant en sous après avant voilà voici a dans`,
			isOf:      `de d' des du`,
			isContest: `gagné gagne perdu perd battu bat manqué raté devancé emporté emporte élu`,
			isBy:      `par`,
			isFor:     `pour`,
			isOr:      `ou`,
			isJoining: `et ou ni mais puis ensuite enfin`,
			isAgainst: `contre`,
			wChange:   frenchChange(),
			wGap:      `minimum maximum plafond seuil limite dépassement dépassements écart écarts différence excédent excédents déficit déficits trou manque surplus surcoût surcoûts`,
			wTimes:    `fois reprises`,
			wIf:       `si`,
			wVoid:     conjugated("écart rejet rejett annul invalid retoqu révoqu refus abandonn infirm cass recal", "e es ent er é ée és ées ait era ant") + ` retire retirent retiré retirée retirés retirées débouté déboutée déboutés déboutées rejet annulation irrecevable irrecevables infondé infondée infondés infondées rumeur rumeurs mensonge mensonger mensongère levée supprimé supprimée blanchi blanchie relaxé relaxée acquitté`,
			wEach:     `chaque chacun chacune tout toute pièce unité`,
			wMean:     `moyen moyenne moyens moyennes médian médiane médians médianes`,
			wDoubt: `supposé supposée supposés supposées présumé présumée présumés présumées prétendu prétendue prétendus prétendues théorique théoriques hypothétique fictif fictifs fictive fictives
			faux fausse fausses bidon brut bruts net nets
			possible possibles éventuel éventuels éventuelle éventuelles potentiel potentiels potentielle probable probables maximum minimum maximal maximale maximaux minimal minimale plafond plafonds
			seuil seuils limite limites arrondi arrondie arrondis arrondies équivalent constants constant inexistant inexistants estimation part parts partie parties fraction majorité moitié tiers quart
			quarts cinquième dixième essentiel quelque sauf hormis excepté`,
		},
		before: phrasesOf(map[Doubt]string{
			Computed: `double|triple|quadruple|quintuple de|des|du, double|triple|quadruple|quintuple de ses|ces|leurs|son, moitié|tiers|quart|quarts|cinquième|cinquièmes|dixième|dixièmes de|des|du,
			moitié|tiers|quart|quarts|cinquième|cinquièmes|dixième|dixièmes de ses|ces|leurs|son|ce, fraction|partie|part|majorité|plupart|reste de|des|du, fraction|partie|part|majorité|plupart|reste de ses|ces|leurs|son,
			fois les|le|la?, fois plus|moins que, pour cent de|des|du, % de|des|du`,
			Denied: `non, aucun|aucune des, loin de|des|du, au lieu de|des|du, plutôt que les|le?, plutôt que de, ni, pas, pas les|le, jamais, tout sauf`,
			Unread: `entre autres, en passe|voie|train d' atteindre les|le|la?, sur le point d' atteindre les|le|la?, chiffré|chiffrée|chiffrés|chiffrées à, soi - disant, peut - être, sans doute, flirte|flirtent|flirtait avec les|le?, frise|frisent les|le?, ou, sauf, hormis, excepté,
			pourrait|pourraient atteindre|totaliser les|le|la?, pourrait|pourraient monter|grimper|aller à|jusqu' à?, probablement, possiblement, au bas mot, multiplié|divisé par, l' équivalent de`,
			NoDoubt: "une fois, pas seulement|uniquement|que|moins|mal, plus que jamais, n' a|ont|avait|avaient plus que",
		}),
		after: phrasesOf(map[Doubt]string{
			Computed: `multiplié|multipliés|multipliée|multipliées|divisé|divisés|divisée|divisées par, de plus|moins que, de plus|moins qu', en plus|moins`,
			Unread: `max, maxi, min, mini, x, grand maximum, env, approx, peut - être, voire, sinon, estimé, estimés, estimée, estimées, supposé, supposés,
			présumé, présumés, prétendu, prétendus, équivalent, à peu, près, au mieux|pire, en théorie, de plus|moins|trop, sans doute, constants, courants,
			au - dessus|dessous de|du|des?, d' écart|avance|aujourd', hors inflation|taxes|taxe|frais|intérêts, h . t, ht, à prix constants`,
			NoDoubt: `principalement|essentiellement|majoritairement|largement pour|en|de|d'|à|par|auprès|dans`,
		}),
		left:        words("reste restent restait restaient restera resteront restant faut faudra fallait"),
		infinitives: strings.Fields("er ir re oir"),
		among:       strings.Fields("sur parmi"),
		idle: listOf(`en tout et pour tout, en tout cas, avant|après|malgré tout, somme toute, tout compris|juste|court, tout de même|suite, tout en, pour tout ;, tout d' abord, tout au long, à tout prix|moment,
			de toute façon, pas? du tout, en tout, tout à fait`),
		noRateAfter: strings.Fields("le ce un du au les ces des"),

		denials: phrasesOf(map[denialKind]string{
			negates:  "pas, jamais, nullement, aucunement, guère, ni, n' a|ont|avait|avaient|est|sont plus",
			excludes: `en aucun cas, à aucun moment, en rien, personne n'|ne, nul|nulle n'|ne, rien n'|ne, aucun, aucune, pas un|une seul|seule`,
			refuses: `conteste|contestent|contesté|contestait, renonce|renoncé|renoncent|renonçait à, rejette|rejettent|rejeté, décline|décliné, annule|annulé|annulent, nie|nient|nié|niant|niait, dément|démentent|démenti|démentait, refuse|refusent|refusé|refusait de?, renonçant à,
			abstient|abstenu|abstiennent de, au lieu de, plutôt que de?, sans, évite|évité|évitant de, reste|restent à, loin de, incapable|incapables de, dans l' incapacité de, dispensé|dispensée|dispensés|exempté|exemptée|exemptés|empêché|empêchés de, à défaut de, faute de, hors de question de`,
			disowns: `nie|nient|nié|niant|niait|dément|démentent|démenti|démentait|conteste|contestent|contesté que|qu', doute|doutent que|qu', ignore|ignorent|ignorait que|qu', oublie|oublié|oubliait|omet|omis|néglige|négligé de, faux|mensonger que|qu', faux|mensonger de|d' dire|affirmer|prétendre|croire|soutenir que|qu', inexact que|qu'`,
			clears: `prive|privent|privé|privait pas de, gêne|gêné pas pour, pas seulement|uniquement|que|moins|mal, hésite|hésitent|hésitait|hésité|hésitera pas à, pas hésité à, plus que jamais, n' a|ont|avait|avaient plus que, jamais autant,
			pas le|la seul|seule|premier|première|dernier|dernière, sans doute, sans dire|expliquer|préciser, sans aucun doute, aucun doute`,
		}),
		negation: listOf(`n' a|ont|avait|avaient|aurait|auraient|est|étaient|était pas|jamais|guère,
		ne sont|seront|sera|serait|seraient|fut|furent pas|jamais|guère`),
		untrue: listOf(`est|sont|était|étaient faux|fausse|fausses|inexact|inexacte|inexacts|inexactes|erroné|erronée|erronés|erronées|fantaisiste|fantaisistes|inventé|inventés,
		n' existe|existent pas|guère, n' a|ont jamais|pas existé`),
		reaching: listOf("atteint|atteignent|atteignait|atteindre|atteindra les|le|la?, atteint|atteindre|atteignent la|le barre|cap|seuil de|des|du"),
		openers:  []string{"n'", "ne"},
		light: words(`le la les l' un une des du de d' à au aux ses son sa leurs leur ces ce encore toujours souvent bien hélas certes surtout presque parfois longtemps tout rien aussi hier enfin ensuite sûrement été être avoir eu même vraiment réellement déjà
		a ont avait avaient aurait auraient est sont était étaient sera seront fut furent ait aient peut peuvent pu pourra pourrait veut veulent voulu
		voulait doit dû devra souhaite souhaité compte accepté accepte fini par prévu prévoit cherche cherché va vont lui leur y en se s' il elle personnellement
		directement pas jamais cependant toutefois pourtant néanmoins donc alors ainsi plus désormais`),
		anew: strings.Fields("a ont avait avaient est sont"),
		clauses: strings.Fields(`qui dont où mais et car si lorsque lorsqu' quand alors puisque tandis donc or
		sauf`),
		and:    []string{"et"},
		times:  words("minute minutes heure heures jour jours semaine semaines mois an ans année années trimestre trimestres siècle siècles"),
		forms:  []string{"é", "ée", "és", "ées", "er", "ait", "aient", "ant", "ent", "it", "ut", "int", "i", "u", "ir", "dre", "ez", "era", "ira", "dra", "vra", "eront", "iront", "dront", "vront"},
		adverb: strings.Fields("ement ément amment emment iment ument"),

		at:          "à",
		datives:     strings.Fields("à au aux"),
		hearsay:     strings.Fields("aurait auraient serait seraient"),
		be:          strings.Fields("été est sont était étaient sera seront fut furent être"),
		participles: []string{"é", "ée", "és", "ées", "i", "is", "u", "us", "lue", "nue", "due", "rue", "tue", "vue", "çue", "it", "ite", "its", "ites"},
	}
}
