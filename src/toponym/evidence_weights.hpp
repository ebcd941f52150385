#pragma once

/// Log odds, set by hand and checked by switching each off on news that is used for measuring only.
namespace salient::toponym::weight {
inline constexpr double kBase = -1.6;
inline constexpr double kProminence = 5.0;  // times 0…1
inline constexpr double kManyPieces = 1.0;
inline constexpr double kContainer = 4.0;
inline constexpr double kIsContainer = 2.5;
inline constexpr double kPrepIn = 2.4;
inline constexpr double kPrepOf = 0.7;
inline constexpr double kPrepThrough = 1.2;
inline constexpr double kDirection = 1.2;
inline constexpr double kPlaceNounBefore = 2.0;
inline constexpr double kPlaceNounBehind = 1.5;
inline constexpr double kPossessive = 0.4;
inline constexpr double kCivic = 0.4;
inline constexpr double kMedia = -3.5;
inline constexpr double kAcademic = -1.6;
inline constexpr double kFirm = -2.2;
inline constexpr double kStreet = -2.5;
inline constexpr double kCapitalBefore = -1.6;
inline constexpr double kCapitalBehind = -1.6;
inline constexpr double kCommonWord = -2.0;
inline constexpr double kRareWord = -1.0;
inline constexpr double kSentenceStart = -0.5;
inline constexpr double kNotPlace = -5.0;
inline constexpr double kMonth = -5.0;
inline constexpr double kAcronym = -2.0;
inline constexpr double kFrequentSurname = -1.0;
inline constexpr double kKnownSurname = -0.5;
inline constexpr double kFirstName = -0.8;
inline constexpr double kPersonHere = -4.0;
inline constexpr double kPersonElsewhere = -2.5;
inline constexpr double kTitleBefore = -2.5;
inline constexpr double kFixed = 3.0;
inline constexpr double kTheatre = 0.8;
inline constexpr double kDisease = -4.0;
inline constexpr double kParty = 2.5;
inline constexpr double kOfSchool = -1.2;
inline constexpr double kCyrillic = 0.8;
inline constexpr double kFamous = 0.6;     // prominence
inline constexpr double kAliasLoss = 0.3;  // prominence
inline constexpr double kRegionName = 2.5;
inline constexpr double kDateline = 3.5;
inline constexpr double kRiverNoun = -1.5;
}  // namespace salient::toponym::weight
