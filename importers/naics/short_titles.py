"""Short names for industries whose official title is too long for a table or a chart.

Keyed by the official title as `titles.official_words` tidies it. A short name leaves nothing out that a
sibling needs to be told from it, and uses only words of the official titles or of everyday speech. Where
OEWS combines industries, the name lists what the NAICS calls the combined groups.
"""

SHORT_TITLES = {
    # Totals and government: designations of OEWS
    "Cross-Industry, Private, Federal, State, and Local": "All industries",
    "Cross-industry": "All industries",
    "Cross-industry, Private Ownership only": "All private industries",
    "Federal, State, and Local Government, excl. State and Local Schools and Hospitals and USPS": (
        "Government, except schools, hospitals and mail"
    ),
    "Federal, State, and Local Government, excluding State and Local Schools and Hospitals and USPS": (
        "Government, except schools, hospitals and mail"
    ),
    "Federal, State, and Local Government, excluding State and Local Government Schools and Hospitals and"
    " the U.S. Postal Service": "Government, except schools, hospitals and mail",
    "Federal, State, and Local Government, including State and Local Schools and Hospitals and USPS": (
        "Government, including schools, hospitals and mail"
    ),
    "Federal Executive Branch": "Federal executive branch",
    "Federal Government, including the U.S. Postal Service": "Federal government, including the Postal Service",
    "State Government, excluding Schools and Hospitals": "State government, except schools and hospitals",
    "State Government, including Schools and Hospitals": "State government, including schools and hospitals",
    "Local Government, excluding Schools and Hospitals": "Local government, except schools and hospitals",
    "Local Government, including Schools and Hospitals": "Local government, including schools and hospitals",
    "Postal Service (Federal Government)": "Postal service (federal)",
    # Combinations of OEWS
    "Chemical Manufacturing (3251, 3252, 3253, and 3259 only)": (
        "Basic, resin, agricultural and other chemical manufacturing"
    ),
    "Chemical Manufacturing (3255 and 3256 only)": "Paint, adhesive, soap and toiletry manufacturing",
    "Fabricated Metal Product Manufacturing (3321, 3322, 3325, 3326, and 3329 only)": (
        "Forgings, handtools, hardware, wire and other metal products"
    ),
    "Fabricated Metal Product Manufacturing (3323 and 3324 only)": (
        "Structural metals, boilers, tanks and containers"
    ),
    "Machinery Manufacturing (3331, 3332, 3334, and 3339 only)": (
        "Farm, building, industrial, heating and other machinery"
    ),
    "Furniture and Related Product Manufacturing (3371 and 3372 only)": (
        "Household and office furniture and cabinets"
    ),
    "Merchant Wholesalers, Durable Goods (4232, 4233, 4235, 4236, 4237, and 4239 only)": (
        "Furniture, lumber, metal, electrical and other wholesalers"
    ),
    "Merchant Wholesalers, Nondurable Goods (4244 and 4248 only)": (
        "Grocery and alcoholic beverage wholesalers"
    ),
    "Merchant Wholesalers, Nondurable Goods (4242 and 4246 only)": "Drug and chemical wholesalers",
    "Merchant Wholesalers, Nondurable Goods (4241, 4247, and 4249 only)": (
        "Paper, petroleum and other nondurable goods wholesalers"
    ),
    "Food and Beverage Retailers (4451 and 4452 only)": "Grocery, convenience and specialty food retailers",
    "Miscellaneous Store Retailers (4594 and 4595 only)": (
        "Office supply, gift and used merchandise retailers"
    ),
    "Credit Intermediation and Related Activities (5221 and 5223 only)": (
        "Banks, credit unions and related activities"
    ),
    "Rental and Leasing Services (5322, 5323, and 5324 only)": (
        "Consumer goods, general and machinery rental and leasing"
    ),
    # Ownership cuts whose industry is long: the cut is added by the caller
    "Colleges, Universities, and Professional Schools": "Colleges and universities",
    "Business Schools and Computer and Management Training": "Business and computer schools",
    "General Medical and Surgical Hospitals": "General hospitals",
    "Psychiatric and Substance Abuse Hospitals": "Psychiatric and substance abuse hospitals",
    "Specialty (except Psychiatric and Substance Abuse) Hospitals": "Other specialty hospitals",
    # NAICS
    "Monetary Authorities-Central Bank": "Monetary authorities (central bank)",
    "Administrative and Support and Waste Management and Remediation Services": (
        "Administrative, support and waste services"
    ),
    "Sand, Gravel, Clay, and Ceramic and Refractory Minerals Mining and Quarrying": (
        "Sand, gravel, clay and refractory minerals mining"
    ),
    "Power and Communication Line and Related Structures Construction": (
        "Power and communication line construction"
    ),
    "Foundation, Structure, and Building Exterior Contractors": "Foundation, structure and exterior contractors",
    "Other Foundation, Structure, and Building Exterior Contractors": (
        "Other foundation, structure and exterior contractors"
    ),
    "Electrical Contractors and Other Wiring Installation Contractors": "Electrical and wiring contractors",
    "Fruit and Vegetable Preserving and Specialty Food Manufacturing": (
        "Fruit, vegetable and specialty food manufacturing"
    ),
    "Veneer, Plywood, and Engineered Wood Product Manufacturing": (
        "Veneer, plywood and engineered wood manufacturing"
    ),
    "Asphalt Paving, Roofing, and Saturated Materials Manufacturing": (
        "Asphalt paving and roofing materials manufacturing"
    ),
    "Resin, Synthetic Rubber, and Artificial and Synthetic Fibers and Filaments Manufacturing": (
        "Resin, synthetic rubber and fiber manufacturing"
    ),
    "Pesticide, Fertilizer, and Other Agricultural Chemical Manufacturing": (
        "Agricultural chemical manufacturing"
    ),
    "Soap, Cleaning Compound, and Toilet Preparation Manufacturing": (
        "Soap, cleaner and toiletry manufacturing"
    ),
    "Plastics Packaging Materials and Unlaminated Film and Sheet Manufacturing": (
        "Plastics packaging, film and sheet manufacturing"
    ),
    "Plastics Pipe, Pipe Fitting, and Unlaminated Profile Shape Manufacturing": (
        "Plastics pipe and profile shape manufacturing"
    ),
    "Laminated Plastics Plate, Sheet (except Packaging), and Shape Manufacturing": (
        "Laminated plastics plate, sheet and shape manufacturing"
    ),
    "Urethane and Other Foam Product (except Polystyrene) Manufacturing": (
        "Foam product (except polystyrene) manufacturing"
    ),
    "Iron and Steel Pipe and Tube Manufacturing from Purchased Steel": (
        "Iron and steel pipe and tube from purchased steel"
    ),
    "Nonferrous Metal (except Aluminum) Production and Processing": (
        "Nonferrous metal (except aluminum) production"
    ),
    "Nonferrous Metal (except Copper and Aluminum) Rolling, Drawing, Extruding, and Alloying": (
        "Other nonferrous metal rolling, drawing and alloying"
    ),
    "Metal Can, Box, and Other Metal Container (Light Gauge) Manufacturing": (
        "Light-gauge metal container manufacturing"
    ),
    "Machine Shops; Turned Product; and Screw, Nut, and Bolt Manufacturing": (
        "Machine shops; turned product, screw and bolt manufacturing"
    ),
    "Agriculture, Construction, and Mining Machinery Manufacturing": (
        "Farm, construction and mining machinery manufacturing"
    ),
    "Ventilation, Heating, Air-Conditioning, and Commercial Refrigeration Equipment Manufacturing": (
        "Heating, cooling and refrigeration equipment manufacturing"
    ),
    "Engine, Turbine, and Power Transmission Equipment Manufacturing": (
        "Engine, turbine and power equipment manufacturing"
    ),
    "Radio and Television Broadcasting and Wireless Communications Equipment Manufacturing": (
        "Broadcasting and wireless equipment manufacturing"
    ),
    "Navigational, Measuring, Electromedical, and Control Instruments Manufacturing": (
        "Measuring, medical and control instruments manufacturing"
    ),
    "Motor Vehicle Electrical and Electronic Equipment Manufacturing": (
        "Motor vehicle electrical equipment manufacturing"
    ),
    "Motor Vehicle Steering and Suspension Components (except Spring) Manufacturing": (
        "Motor vehicle steering and suspension manufacturing"
    ),
    "Motor Vehicle Transmission and Power Train Parts Manufacturing": (
        "Motor vehicle transmission and power train manufacturing"
    ),
    "Household and Institutional Furniture and Kitchen Cabinet Manufacturing": (
        "Household furniture and kitchen cabinet manufacturing"
    ),
    "Motor Vehicle and Motor Vehicle Parts and Supplies Merchant Wholesalers": (
        "Motor vehicle and parts wholesalers"
    ),
    "Lumber, Plywood, Millwork, and Wood Panel Merchant Wholesalers": "Lumber and millwork wholesalers",
    "Brick, Stone, and Related Construction Material Merchant Wholesalers": (
        "Brick, stone and related material wholesalers"
    ),
    "Computer and Computer Peripheral Equipment and Software Merchant Wholesalers": (
        "Computer equipment and software wholesalers"
    ),
    "Medical, Dental, and Hospital Equipment and Supplies Merchant Wholesalers": (
        "Medical, dental and hospital supplies wholesalers"
    ),
    "Professional and Commercial Equipment and Supplies Merchant Wholesalers": (
        "Professional and commercial equipment wholesalers"
    ),
    "Household Appliances and Electrical and Electronic Goods Merchant Wholesalers": (
        "Appliance, electrical and electronic goods wholesalers"
    ),
    "Electrical Apparatus and Equipment, Wiring Supplies, and Related Equipment Merchant Wholesalers": (
        "Electrical apparatus and wiring supplies wholesalers"
    ),
    "Household Appliances, Electric Housewares, and Consumer Electronics Merchant Wholesalers": (
        "Appliance and consumer electronics wholesalers"
    ),
    "Hardware, and Plumbing and Heating Equipment and Supplies Merchant Wholesalers": (
        "Hardware, plumbing and heating supplies wholesalers"
    ),
    "Plumbing and Heating Equipment and Supplies (Hydronics) Merchant Wholesalers": (
        "Plumbing and hydronic heating supplies wholesalers"
    ),
    "Warm Air Heating and Air-Conditioning Equipment and Supplies Merchant Wholesalers": (
        "Warm air heating and air-conditioning wholesalers"
    ),
    "Construction and Mining (except Oil Well) Machinery and Equipment Merchant Wholesalers": (
        "Construction and mining machinery wholesalers"
    ),
    "Transportation Equipment and Supplies (except Motor Vehicle) Merchant Wholesalers": (
        "Other transportation equipment wholesalers"
    ),
    "Farm and Garden Machinery and Equipment Merchant Wholesalers": "Farm and garden machinery wholesalers",
    "Jewelry, Watch, Precious Stone, and Precious Metal Merchant Wholesalers": (
        "Jewelry, watch and precious metal wholesalers"
    ),
    "Petroleum and Petroleum Products Merchant Wholesalers (except Bulk Stations and Terminals)": (
        "Petroleum wholesalers (except bulk stations and terminals)"
    ),
    "Supermarkets and Other Grocery Retailers (except Convenience Retailers)": (
        "Supermarkets and other grocery retailers"
    ),
    "Building Material and Garden Equipment and Supplies Dealers": "Building material and garden dealers",
    "Furniture, Home Furnishings, Electronics, and Appliance Retailers": (
        "Furniture, electronics and appliance retailers"
    ),
    "Warehouse Clubs, Supercenters, and Other General Merchandise Retailers": (
        "Warehouse clubs, supercenters and other general retailers"
    ),
    "Clothing, Clothing Accessories, Shoe, and Jewelry Retailers": "Clothing, shoe and jewelry retailers",
    "Sporting Goods, Hobby, Musical Instrument, Book, and Miscellaneous Retailers": (
        "Sporting goods, hobby, book and miscellaneous retailers"
    ),
    "Specialized Freight (except Used Goods) Trucking, Long-Distance": "Specialized freight trucking, long-distance",
    "Postproduction Services and Other Motion Picture and Video Industries": (
        "Postproduction and other movie and video industries"
    ),
    "Media Streaming Distribution Services, Social Networks, and Other Media Networks and Content Providers": (
        "Media streaming, social networks and content providers"
    ),
    "Wired and Wireless Telecommunications Carriers (except Satellite)": (
        "Wired and wireless carriers (except satellite)"
    ),
    "Telecommunications Resellers and Agents for Wireless Telecommunication Services": (
        "Telecommunications resellers and wireless agents"
    ),
    "Computing Infrastructure Providers, Data Processing, Web Hosting, and Related Services": (
        "Computing infrastructure, data processing and web hosting"
    ),
    "Web Search Portals, Libraries, Archives, and Other Information Services": (
        "Web search portals, libraries and other information"
    ),
    "Savings Institutions and Other Depository Credit Intermediation": (
        "Savings institutions and other depositories"
    ),
    "Financial Transactions Processing, Reserve, and Clearinghouse Activities": (
        "Financial transactions processing and clearinghouses"
    ),
    "Securities, Commodity Contracts, and Other Financial Investments and Related Activities": (
        "Securities, commodities and other investments"
    ),
    "Securities and Commodity Contracts Intermediation and Brokerage": "Securities and commodities brokerage",
    "Direct Insurance (except Life, Health, and Medical) Carriers": (
        "Insurers (except life, health and medical)"
    ),
    "Agencies, Brokerages, and Other Insurance Related Activities": (
        "Insurance agencies, brokerages and related activities"
    ),
    "Truck, Utility Trailer, and RV (Recreational Vehicle) Rental and Leasing": (
        "Truck, utility trailer and RV rental and leasing"
    ),
    "Commercial and Industrial Machinery and Equipment Rental and Leasing": (
        "Machinery and equipment rental and leasing"
    ),
    "Construction, Transportation, Mining, and Forestry Machinery and Equipment Rental and Leasing": (
        "Heavy and transportation equipment rental and leasing"
    ),
    "Other Commercial and Industrial Machinery and Equipment Rental and Leasing": (
        "Other machinery and equipment rental and leasing"
    ),
    "Lessors of Nonfinancial Intangible Assets (except Copyrighted Works)": (
        "Lessors of patents, trademarks and franchises"
    ),
    "Professional, Scientific, and Technical Services": "Professional, scientific and technical services",
    "Accounting, Tax Preparation, Bookkeeping, and Payroll Services": (
        "Accounting, tax, bookkeeping and payroll services"
    ),
    "Management, Scientific, and Technical Consulting Services": (
        "Management, scientific and technical consulting"
    ),
    "Research and Development in the Physical, Engineering, and Life Sciences": (
        "Research in physical, engineering and life sciences"
    ),
    "Research and Development in the Physical, Engineering, and Life Sciences (except Nanotechnology and"
    " Biotechnology)": "Other research in physical, engineering and life sciences",
    "Research and Development in the Social Sciences and Humanities": (
        "Research in social sciences and humanities"
    ),
    "Offices of Physical, Occupational and Speech Therapists, and Audiologists": (
        "Offices of physical, occupational and speech therapists"
    ),
    "Residential Intellectual and Developmental Disability, Mental Health, and Substance Abuse Facilities": (
        "Residential disability, mental health and addiction care"
    ),
    "Residential Intellectual and Developmental Disability Facilities": (
        "Residential developmental disability facilities"
    ),
    "Continuing Care Retirement Communities and Assisted Living Facilities for the Elderly": (
        "Retirement communities and assisted living for the elderly"
    ),
    "Community Food and Housing, and Emergency and Other Relief Services": (
        "Community food, housing, emergency and relief services"
    ),
    "Promoters of Performing Arts, Sports, and Similar Events": "Promoters of arts, sports and similar events",
    "Promoters of Performing Arts, Sports, and Similar Events with Facilities": (
        "Promoters of arts and sports events with facilities"
    ),
    "Promoters of Performing Arts, Sports, and Similar Events without Facilities": (
        "Promoters of arts and sports events without facilities"
    ),
    "Agents and Managers for Artists, Athletes, Entertainers, and Other Public Figures": (
        "Agents and managers for artists and other public figures"
    ),
    "Other Services (except Public Administration)": "Other services (except government)",
    "Automotive Mechanical and Electrical Repair and Maintenance": "Automotive mechanical and electrical repair",
    "Electronic and Precision Equipment Repair and Maintenance": "Electronic and precision equipment repair",
    "Commercial and Industrial Machinery and Equipment (except Automotive and Electronic) Repair and"
    " Maintenance": "Commercial and industrial machinery repair",
    "Home and Garden Equipment and Appliance Repair and Maintenance": "Home and garden equipment repair",
    "Religious, Grantmaking, Civic, Professional, and Similar Organizations": (
        "Religious, civic, professional and similar organizations"
    ),
    "Business, Professional, Labor, Political, and Similar Organizations": (
        "Business, labor, political and similar organizations"
    ),
    "Other Similar Organizations (except Business, Professional, Labor, and Political Organizations)": (
        "Other similar organizations"
    ),
    "Administration of Human Resource Programs (except Education, Public Health, and Veterans' Affairs"
    " Programs)": "Administration of other human resource programs",
    "Administration of Air and Water Resource and Solid Waste Management Programs": (
        "Administration of air, water and waste programs"
    ),
    "Administration of Housing Programs, Urban Planning, and Community Development": (
        "Administration of housing, planning and development"
    ),
    "Administration of Urban Planning and Community and Rural Development": (
        "Administration of urban, community and rural development"
    ),
    "Regulation and Administration of Communications, Electric, Gas, and Other Utilities": (
        "Regulation of communications and utilities"
    ),
    "Regulation, Licensing, and Inspection of Miscellaneous Commercial Sectors": (
        "Regulation of miscellaneous commercial sectors"
    ),
}
