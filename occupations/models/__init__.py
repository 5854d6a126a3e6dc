from occupations.models.certification import Certification, CertifyingOrganization
from occupations.models.classification import AlternateTitle, CodeChange, CodeSystem, Industry, Occupation
from occupations.models.descriptors import (
    Description,
    EducationShare,
    Element,
    JobZone,
    Program,
    ProgramOccupation,
    Rating,
    RelatedOccupation,
    Task,
    Technology,
)
from occupations.models.factors import UtilizationFactor
from occupations.models.handbook import ProfileWage, QuickFacts
from occupations.models.introduction import Introduction
from occupations.models.missing import MissingReason
from occupations.models.outlook import (
    EntryEducation,
    GrowthWord,
    GrowthWordBasis,
    Projection,
    Training,
    WorkExperience,
)
from occupations.models.prices import AreaPriceParity, PriceIndex, PriceParity
from occupations.models.profile import Profile, ProfileSection
from occupations.models.rated_work import ContextCategory, EmergingTask, TaskRating
from occupations.models.shares import IndustryShare
from occupations.models.source import DataChange, EditorialRow, ImportFile, ImportRun, Release, Source

__all__ = [
    "AlternateTitle",
    "AreaPriceParity",
    "Certification",
    "CertifyingOrganization",
    "CodeChange",
    "CodeSystem",
    "ContextCategory",
    "DataChange",
    "Description",
    "EditorialRow",
    "EducationShare",
    "Element",
    "EmergingTask",
    "EntryEducation",
    "GrowthWord",
    "GrowthWordBasis",
    "ImportFile",
    "ImportRun",
    "Industry",
    "IndustryShare",
    "Introduction",
    "JobZone",
    "MissingReason",
    "Occupation",
    "PriceIndex",
    "PriceParity",
    "Profile",
    "ProfileSection",
    "ProfileWage",
    "Program",
    "ProgramOccupation",
    "Projection",
    "QuickFacts",
    "Rating",
    "RelatedOccupation",
    "Release",
    "Source",
    "Task",
    "TaskRating",
    "Technology",
    "Training",
    "UtilizationFactor",
    "WorkExperience",
]
