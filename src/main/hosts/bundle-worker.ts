import { faultCases } from '../../contract/fault-cases.ts';
import { answerTask } from '../backup/task-thread.ts';
import type { ReadProgress } from '../doctor/examine.ts';
import { type BundleOrder, bundleInto } from './support-bundle.ts';

/** A thread for the file for support: the doctor reads the whole database, and no screen waits for that. */
answerTask<BundleOrder, ReadProgress, string>(bundleInto, () => faultCases.support_file_stopped);
