"""Searches of our own, and who has to be found by them."""

# query, everyone expected among the first five, those who may not come first
OWN = [
    # typing slips
    ("genaelogy", ["Wilhelmina Prakash-Jones", "Cormac Devaney"], []),
    ("copywright", ["Ottoline Reeves", "Amélie Thériault-Roy"], []),
    ("acquistions", ["Tevita Fonoti", "Chidinma Okwuosa"], []),
    ("systemic review", ["Penelope “Penny” Ashworth", "Trish Vanderheyden", "Fiona MacAskill-Reid"], []),
    ("interlibary loan", ["Tomás O'Halloran", "Winnifred Puddister"], ["Latoya Frierson"]),
    ("accessability", ["Sunita Bhattarai", "Oluchi Brathwaite"], []),
    ("preservaton", ["Agnieszka Wrona-Bell", "Ffion Gwatkin"], []),
    ("storey time", ["Marguerite Desrosiers", "Esperanza Villarreal-Dunn", "Siobhán Ní Dhálaigh"], []),
    ("reasearch data managment", ["Dr. Hamish Colquhoun"], []),
    ("childrens libarian", ["Esperanza Villarreal-Dunn", "Marguerite Desrosiers"], []),
    # both spellings, plurals, hyphens
    ("digitising", ["Ravindra Kulasekara", "Howard “Howie” Pak"], []),
    (
        "catalogers",
        ["Ulla-Maj Nyström", "Rosalind Achterberg", "Priya Raghunathan"],
        ["Kateri Whitecloud-Byrne"],
    ),
    (
        "catalogue",
        ["Ulla-Maj Nyström", "Rosalind Achterberg", "Priya Raghunathan"],
        ["Kateri Whitecloud-Byrne"],
    ),
    ("maker space", ["Nokuthula Sithebe", "Bronagh McIlroy"], []),
    ("conservators", ["Agnieszka Wrona-Bell"], []),
    ("e-journals", ["Örjan Sætre-Lindqvist", "Chidinma Okwuosa"], []),
    ("licencing", ["Örjan Sætre-Lindqvist", "Ottoline Reeves"], []),
    ("K12", ["Imelda Nakato", "Bridget Kowalczyk", "Folasade Adeyinka"], []),
    # accents and names, with nicknames and slips
    ("Orjan Saetre", ["Örjan Sætre-Lindqvist"], []),
    ("ohalloran", ["Tomás O'Halloran"], []),
    ("Penny Ashworth", ["Penelope “Penny” Ashworth"], []),
    ("Wendel Crutchfeld", ["Wendell Crutchfield"], []),
    ("Siobain Dhalaigh", ["Siobhán Ní Dhálaigh"], []),
    ("Lachlan Nyguen", ["Lachlan Nguyen"], []),
    ("Nell", ["Eleanor “Nell” Fairbrother"], []),
    ("whitecloud byrne", ["Kateri Whitecloud-Byrne"], []),
    ("Grace Law", ["Grace Law"], []),
    ("Jean Baptiste Ndiaye", ["Jean-Baptiste Ndiaye"], []),
    # initials and tools
    ("RDM", ["Dr. Hamish Colquhoun"], []),
    ("OA", ["Jean-Baptiste Ndiaye", "Amélie Thériault-Roy"], []),
    ("UX", ["Lachlan Nguyen", "Cordelia Finch-Hatton"], []),
    ("A.I.", ["Ximena Orozco-Hart", "Leocadio Abad"], []),
    ("koha", ["Thandeka Mabaso"], ["Beatriz Olmedo Fuentes", "Hemi Parata-Walsh"]),
    ("sierra", ["Lachlan Nguyen", "Sierra Montgomery-Vance"], ["Ximena Orozco-Hart"]),
    ("EDI ordering", ["Tevita Fonoti", "Chidinma Okwuosa"], []),
    # word and hobby traps
    ("law librarian", ["Babajide Adewale-Stone", "Ngaire Whitmore"], ["Grace Law", "Hugo Brandt"]),
    ("conservation", ["Agnieszka Wrona-Bell", "Ffion Gwatkin"], []),
    ("weeding", ["Tevita Fonoti", "Wendell Crutchfield"], ["Ffion Gwatkin", "Gareth Pemberton-Lyle"]),
    ("archives", ["Ffion Gwatkin", "Kateri Whitecloud-Byrne"], ["Örjan Sætre-Lindqvist"]),
    ("bees", ["Hugo Brandt"], []),
    # places
    ("uganda", ["Imelda Nakato"], []),
    ("New Mexico", ["Quentin Abernathy-Ruiz"], ["Alma Reséndiz Cota"]),
    ("librarians in Dakar", ["Jean-Baptiste Ndiaye"], []),
    ("teen services colorado", ["Sierra Montgomery-Vance"], []),
    ("norway", ["Örjan Sætre-Lindqvist"], []),
    # regional words
    ("interloan", ["Tomás O'Halloran", "Winnifred Puddister"], []),
    ("family history", ["Wilhelmina Prakash-Jones", "Cormac Devaney"], []),
    ("fair use", ["Ottoline Reeves"], []),
    ("LRC manager", ["Imelda Nakato", "Folasade Adeyinka"], []),
    ("OPL", ["Penelope “Penny” Ashworth", "Eleanor “Nell” Fairbrother"], []),
    # situations in plain words
    ("I am looking for someone who works in a prison", ["Maeve Corrigan-Tuite", "Desmond Okafor-Grant"], []),
    ("moved from a bank to freelance consultant", ["Hugo Brandt"], []),
    ("no MLIS, interlibrary loan", ["Tomás O'Halloran"], []),
    ("new library building fundraising", ["Blessing Chirwa"], []),
    ("chartership mentor", ["Grace Law", "Gwenllian Prosser", "Fiona MacAskill-Reid"], ["Imogen Tarrant"]),
    ("only librarian in a hospital", ["Penelope “Penny” Ashworth", "Trish Vanderheyden"], []),
    (
        "spanish speaking children's librarian",
        ["Esperanza Villarreal-Dunn", "Yesenia Batista-Cruz"],
        ["Beatriz Olmedo Fuentes"],
    ),
    # Spanish and French
    ("minería de textos", ["Leocadio Abad"], []),
    ("cuentacuentos", ["Esperanza Villarreal-Dunn", "Alma Reséndiz Cota", "Yesenia Batista-Cruz"], []),
    ("libre acces", ["Jean-Baptiste Ndiaye", "Amélie Thériault-Roy"], []),
    ("heure du conte", ["Marguerite Desrosiers"], []),
    ("bibliothécaire jeunesse", ["Marguerite Desrosiers"], []),
    ("genealogía", ["Wilhelmina Prakash-Jones", "Cormac Devaney"], []),
]
