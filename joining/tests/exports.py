"""Files as real membership systems export them: their headings, and invented people."""

import csv
import io

# name of the system: (headings, rows)
EXPORTS = {
    "wild_apricot": (
        "User ID,First name,Last name,Organization,Email,Phone,Work City,Work Province/State,Password,Balance,"
        "Membership enabled,Membership level,Membership status,Member since,Renewal due,"
        "Member bundle ID or email",
        [
            "101,Amina,Otieno,Nairobi Public Library,amina@library.example,,Nairobi,,secret,0,yes,Regular,Active,"
            "2020-01-01,2031-01-01,",
            "101,Amina,Otieno,,amina@library.example,,,,secret,0,yes,Bundle,Lapsed,2018-01-01,2019-01-01,77",
            "102,Tomás,Rivera,Biblioteca Central,TOMAS@library.example,,,,secret,0,yes,Regular,Lapsed,"
            "2020-01-01,2024-01-01,",
            "103,Event,Guest,,guest@library.example,,,,,0,no,,,,,",
        ],
    ),
    "memberclicks": (
        "[Profile ID],[Name | First],[Name | Middle],[Name | Last],[Email | Primary],[Organization],"
        "[Address | Primary | City],[Address | Primary | State],[Address | Primary | Country],[Member Type],"
        "[Member Status],[Expiration Date],Current Title",
        [
            "101,Amina,,Otieno,amina@library.example,Nairobi Public Library,Nairobi,,Kenya,Individual,Active,"
            "01/31/2031,Children's librarian",
            "102,Tomás,,Rivera,tomas@library.example,,,,Mexico,Individual,Lapsed,,",
        ],
    ),
    "your_membership_report": (
        "Member/Non-Member - Website ID,Member/Non-Member - First Name,Member/Non-Member - Last Name,"
        "Member/Non-Member - Email,Member/Non-Member - Membership,Member/Non-Member - Date Membership Expires",
        [
            "101,Amina,Otieno,amina@library.example,Individual,12/31/2031",
            "102,Tomás,Rivera,tomas@library.example,Individual,12/31/2019",
        ],
    ),
    "your_membership_sheet": (
        "Member Type Code,Username,Password,First Name,Last Name,Email Address,Nickname,Membership,"
        "Date Membership Expires,Employer Name,Professional Title,Employer City,Employer Country",
        [
            "IND,amina,secret,Amina,Otieno,amina@library.example,,Individual,12/31/2031,Nairobi Public Library,"
            "Librarian,Nairobi,Kenya",
            "IND,tomas,secret,Tomás,Rivera,tomas@library.example,Tom,Individual,12/31/2019,,,,",
        ],
    ),
    "civicrm": (
        "Internal Contact ID,External Identifier,First Name,Last Name,Email,City,Country,Current Employer,Job Title,"
        "Membership Type,Membership Status,Membership Expiration Date,Test,Primary Member ID",
        [
            "101,,Amina,Otieno,amina@library.example,Nairobi,Kenya,Nairobi Public Library,,General,Current,"
            "2031-01-31,No,",
            "101,,Amina,Otieno,amina@library.example,Nairobi,Kenya,,,Student,Expired,2015-01-31,No,",
            "102,,Tomás,Rivera,tomas@library.example,,Mexico,,,General,Expired,2020-01-31,No,",
            "900,,Testy,Tester,testy@library.example,,,,,General,Current,2031-01-31,Yes,",
        ],
    ),
    "neon": (
        "Account ID,Full Name (F),First Name,Last Name,Email 1,Company Name,City,State/Province,Country,"
        "Membership Name,Membership Expiration Date",
        [
            "101,Amina Otieno,Amina,Otieno,amina@library.example,Nairobi Public Library,Nairobi,,Kenya,Individual,"
            "01/31/2031",
            "102,Tomás Rivera,Tomás,Rivera,tomas@library.example,,,,,Individual,01/31/2020",
        ],
    ),
    "growthzone": (
        "Contact First Name,Contact Last Name,Contact Email,Company Name,Membership Type,Membership Status,"
        "Start Date,End Date,Member Number,Billing City,Billing State,Billing Country,Dues Amount",
        [
            "Amina,Otieno,amina@library.example,Nairobi Public Library,Individual,Active,,,101,Nairobi,,Kenya,90",
            "Tomás,Rivera,tomas@library.example,,Individual,Dropped,,,102,,,,90",
        ],
    ),
    "imis": (
        "iMIS ID,Full Name,First Name,Last Name,Email,Company,City,State Province,Country,Member Type,Status,"
        "Join Date,Paid Through",
        [
            "101,Amina Otieno,Amina,Otieno,amina@library.example,Nairobi Public Library,Nairobi,,Kenya,REG,Active,"
            "01/15/2012 12:00:00 AM,01/31/2031 12:00:00 AM",
            "102,Tomás Rivera,Tomás,Rivera,tomas@library.example,,,,,REG,Inactive,,01/31/2020 12:00:00 AM",
        ],
    ),
    "netforum": (
        "cst_id,ind_first_name,ind_last_name,ixo_title,org_name,adr_city,adr_state,adr_country,eml_address,status",
        [
            "101,Amina,Otieno,Librarian,Nairobi Public Library,Nairobi,,KE,amina@library.example,Active",
            "102,Tomás,Rivera,,,,,,tomas@library.example,Lapsed",
        ],
    ),
}


def export_of(system):
    """The file of a system, as bytes in UTF-8."""
    headings, rows = EXPORTS[system]
    return "\r\n".join([headings, *rows]).encode()


def file_of(*rows, headings="Member Number,Full Name,Email,Status", encoding="utf-8", delimiter=","):
    """A binary file of rows, each a text with commas between its cells."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows(line.split(",") for line in (headings, *rows))
    return io.BytesIO(text.getvalue().encode(encoding))
