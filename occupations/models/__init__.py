from occupations.models.certification import Certification, CertifyingOrganization
from occupations.models.classification import AlternateTitle, CodeSystem, Industry, Occupation
from occupations.models.missing import MissingReason
from occupations.models.outlook import (
    EntryEducation,
    GrowthWord,
    GrowthWordBasis,
    IndustryShare,
    Projection,
    Training,
    WorkExperience,
)
from occupations.models.profile import Profile, ProfileSection
from occupations.models.source import DataChange, EditorialRow, ImportFile, ImportRun, Release, Source

__all__ = [
    "AlternateTitle",
    "Certification",
    "CertifyingOrganization",
    "CodeSystem",
    "DataChange",
    "EditorialRow",
    "EntryEducation",
    "GrowthWord",
    "GrowthWordBasis",
    "ImportFile",
    "ImportRun",
    "Industry",
    "IndustryShare",
    "MissingReason",
    "Occupation",
    "Profile",
    "ProfileSection",
    "Projection",
    "Release",
    "Source",
    "Training",
    "WorkExperience",
]
